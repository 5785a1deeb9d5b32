import { CompiledQuery, type Kysely } from 'kysely'
import { COMMIT_STEPS, COMMIT_STEPS_WITH_NEWS } from './commit-steps-sql.ts'
import { encodeSteps, haveNews } from './encode-steps.ts'
import type { Schema } from './schema.ts'
import type { StepRecord } from './step-record.ts'

/** `JournalConnection.commit` on a transaction, or a connection, that speaks as the journal. */
export async function commitSteps(
  asJournal: Pick<Kysely<Schema>, 'executeQuery'>,
  steps: readonly StepRecord[],
  node: string | null = null,
): Promise<ReadonlySet<number>> {
  if (steps.length === 0) return new Set()
  const text = haveNews(steps) ? COMMIT_STEPS_WITH_NEWS : COMMIT_STEPS
  const statement = CompiledQuery.raw(text, encodeSteps(steps, node).parameters())
  const { rows } = await asJournal.executeQuery<{ readonly id: number }>(statement)
  return new Set(rows.map(({ id }) => id))
}
