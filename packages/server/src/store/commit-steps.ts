import { CompiledQuery, type Kysely } from 'kysely'
import { COMMIT_STEPS } from './commit-steps-sql.ts'
import { encodeSteps } from './encode-steps.ts'
import type { Schema } from './schema.ts'
import type { StepRecord } from './step-record.ts'

/** `JournalConnection.commit` on a transaction, or a connection, that speaks as the journal. */
export async function commitSteps(
  asJournal: Pick<Kysely<Schema>, 'executeQuery'>,
  steps: readonly StepRecord[],
  node: string | null = null,
): Promise<ReadonlySet<number>> {
  if (steps.length === 0) return new Set()
  const statement = CompiledQuery.raw(COMMIT_STEPS, encodeSteps(steps, node).parameters())
  const { rows } = await asJournal.executeQuery<{ readonly id: number }>(statement)
  return new Set(rows.map(({ id }) => id))
}
