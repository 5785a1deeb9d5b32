import { CompiledQuery } from 'kysely'
import { COMMIT_STEPS } from './commit-steps-sql.ts'
import type { Tx } from './database.ts'
import { encodeSteps } from './encode-steps.ts'
import type { StepRecord } from './step-record.ts'

/** As `JournalConnection.commit`, but inside a transaction that runs as the journal. */
export async function commitSteps(tx: Tx, steps: readonly StepRecord[]): Promise<ReadonlySet<number>> {
  if (steps.length === 0) return new Set()
  const { rows } = await tx.executeQuery<{ id: number }>(
    CompiledQuery.raw(COMMIT_STEPS, [encodeSteps(steps)]),
  )
  return new Set(rows.map(({ id }) => id))
}
