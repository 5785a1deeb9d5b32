import { type Kysely, sql } from 'kysely'

/**
 * A store may queue letters of its own, in the transaction that notes why, and have those that did not arrive tried again. What letters
 * say stays out of its sight.
 */
export async function letStoresSend(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db)
}

const STATEMENTS = [
  sql`grant insert (for_store, recipient, subject, words, queued_at, next_at) on letter to shopbell_app`,
  sql`grant update (next_at, reason, gave_up_at) on letter to shopbell_app`,
]
