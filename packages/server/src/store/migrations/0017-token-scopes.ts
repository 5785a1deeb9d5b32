import { type Kysely, sql } from 'kysely'

/**
 * What an API token may do, and until when. Tokens of before could do whatever their account may: they keep every scope there is now,
 * and get none that comes later.
 */
export async function scopeTokens(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db)
}

/** As they were when this was released; the list in the protocol may grow. */
const ALL = [
  ...['flow:read', 'flow:write', 'flow:publish', 'conversations:read', 'conversations:write'],
  ...['answers:read', 'buyers:export', 'buyers:erase', 'catalogue:read', 'catalogue:write'],
  ...['orders:read', 'orders:write', 'settings:read', 'settings:write'],
]

const STATEMENTS = [
  sql`alter table api_token add column scopes json not null default ${sql.lit(JSON.stringify(ALL))}`,
  sql`alter table api_token alter column scopes drop default`,
  sql`alter table api_token add column expires_at bigint`,
]
