import { setTimeout as sleep } from 'node:timers/promises'
import type { Alterations } from '../../../../packages/server/src/start-server.ts'
import { withCommit } from './with-commit.ts'

const WRITTEN_AFTER_MS = 40

/** Says "committed" at once and writes behind everyone's back, a moment later and in order. */
export function ackBeforeCommit(): Alterations {
  let written: Promise<unknown> = Promise.resolve()
  return {
    database: (database) =>
      withCommit(database, (commit) => (steps) => {
        written = written
          .then(() => sleep(WRITTEN_AFTER_MS))
          .then(() => commit(steps))
          .catch(() => undefined)
        return Promise.resolve(new Set(steps.map(({ conversationId }) => conversationId)))
      }),
  }
}
