import { type Kysely, sql } from 'kysely'

/**
 * What publishing looks back on: a batch's inverse, by which an older revision of the draft is found again; and which steps began a
 * session, so that a version's conversations are counted by an index that no other step touches.
 */
export async function makePublishing(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db)
}

const STATEMENTS = [
  sql`alter table flow_draft_operation add column inverse json`,
  sql`alter table journal add column began boolean`,
  sql`create index journal_began on journal (store_id, flow_version) where began`,
]
