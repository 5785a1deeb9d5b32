import { type Kysely, sql } from 'kysely'

/**
 * What counting has to know of a message (ENT-01, CNT-01…08). All of it is null for most: `agent_id` is the account whose words they
 * are (no key of it: one statement writes for many stores, and must not fail for one who has just been removed), `assisted` that the
 * robot drafted what a person sent, `needs_answer` false for a buyer's thanks and what an agent said of a message by hand, `channel`
 * where it is another than the chat.
 */
export async function addCountingFacts(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db)
}

const STATEMENTS = [
  sql`
    alter table message
      add column agent_id bigint,
      add column assisted boolean,
      add column needs_answer boolean,
      add column channel text check (channel in ('chat', 'inquiry'))`,
  sql`grant update (needs_answer) on message to shopbell_app`,
]
