import { type Kysely, sql } from 'kysely'

/**
 * What buyers say of automatic answers (FAQ-17), on the answer itself, so that it goes where its buyer goes. The index holds only what
 * was judged, by the question it answers: few of many, and what is counted. The buyer says it, so the journal's role writes it.
 */
export async function keepJudgements(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db)
}

const STATEMENTS = [
  sql`alter table message add column solved boolean`,
  sql`create index message_judged on message (store_id, source) where solved is not null`,
  sql`grant update (solved) on message to shopbell_journal`,
]
