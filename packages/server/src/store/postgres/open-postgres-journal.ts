import { COMMIT_STEPS } from '../commit-steps-sql.ts'
import { encodeSteps } from '../encode-steps.ts'
import type { JournalConnection } from '../journal-connection.ts'
import type { StoreLog } from '../store-log.ts'
import { createPool } from './create-pool.ts'

/** Past this a batch gains nothing, and its first step waits longer (docs/performance.md). */
const MAX_BATCH = 128

/**
 * A connection that has taken the journal's role for good, so that a batch is one statement and one round trip; a new
 * connection that cannot take it is not used. With PgBouncer it needs a session pool, or a way around it.
 */
export function openPostgresJournal(
  url: string,
  log: StoreLog,
): { readonly journal: JournalConnection; readonly close: () => Promise<void> } {
  const pool = createPool({
    url,
    max: 1,
    log,
    limits: true,
    prepare: (client) => client.query('set role shopbell_journal'),
  })
  return {
    journal: {
      maxBatch: MAX_BATCH,
      commit: async (steps) => {
        if (steps.length === 0) return new Set()
        // Named: PostgreSQL keeps its plan, which halves the cost of a small batch.
        const { rows } = await pool.query<{ readonly id: number }>({
          name: 'commit-steps',
          text: COMMIT_STEPS,
          values: [encodeSteps(steps)],
        })
        return new Set(rows.map(({ id }) => id))
      },
    },
    close: () => pool.end(),
  }
}
