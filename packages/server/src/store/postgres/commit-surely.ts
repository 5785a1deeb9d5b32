import { failureOf } from '../failure.ts'
import type { StepRecord } from '../step-record.ts'

/** What a batch is committed with. Both name conversations. */
export interface CommitWays {
  /** Commits the steps that still may, and answers whose. */
  readonly commit: (steps: readonly StepRecord[]) => Promise<ReadonlySet<number>>
  /** Whose of these very steps, taken by this process, are in the journal. */
  readonly findCommitted: (steps: readonly StepRecord[]) => Promise<ReadonlySet<number>>
  readonly pause: (ms: number) => Promise<void>
}

/** Before the second attempt, the third, …: a failed-over connection or a deadlock passes at once, a restart takes a second. */
const PAUSES_MS = [20, 100, 500, 1_000]

/**
 * Commits a batch although the connection breaks, the server restarts or two transactions deadlock. After such a failure nobody
 * knows whether it was committed, so the next attempt first reads back which of the steps are in the journal, and writes only the
 * others. (One that an old connection commits still later loses its race or wins it; either way it is there once.) Rejects with
 * the last failure when no attempt succeeded: then the outcome is unknown, and nobody may be told that it is stored.
 */
export async function commitSurely(
  { commit, findCommitted, pause }: CommitWays,
  steps: readonly StepRecord[],
): Promise<ReadonlySet<number>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const known = attempt === 0 ? new Set<number>() : await findCommitted(steps)
      const left = steps.filter(({ conversationId }) => !known.has(conversationId))
      return new Set([...known, ...(left.length === 0 ? [] : await commit(left))])
    } catch (error) {
      const pauseMs = PAUSES_MS[attempt]
      if (pauseMs === undefined || failureOf(error) === 'poison') throw error
      await pause(pauseMs)
    }
  }
}
