import type { Alterations } from '../../../../packages/server/src/start-server.ts'
import { ackBeforeCommit } from './ack-before-commit.ts'
import { halfBatch } from './half-batch.ts'
import { noDedupe } from './no-dedupe.ts'
import { noRevisionCheck } from './no-revision-check.ts'
import { resumeSkipsOne } from './resume-skips-one.ts'
import { shownBeforeCommit } from './shown-before-commit.ts'
import { timerClaimedFirst } from './timer-claimed-first.ts'
import { timerOutsideTransaction } from './timer-outside-transaction.ts'

/** Servers with one plausible mistake each. A harness that does not catch every one of them proves nothing. */
export const BROKEN_BUILDS = {
  'ack-before-commit': ackBeforeCommit,
  'half-batch': halfBatch,
  'no-dedupe': noDedupe,
  'no-revision-check': noRevisionCheck,
  'resume-skips-one': resumeSkipsOne,
  'shown-before-commit': shownBeforeCommit,
  'timer-claimed-first': timerClaimedFirst,
  'timer-outside-transaction': timerOutsideTransaction,
} as const satisfies Readonly<Record<string, () => Alterations>>
export type BrokenBuild = keyof typeof BROKEN_BUILDS
