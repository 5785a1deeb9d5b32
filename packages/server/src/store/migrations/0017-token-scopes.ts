import { type Kysely, sql } from 'kysely'

/**
 * What an API token may do, and until when. Tokens of before could do whatever their account may: they keep every scope there is now,
 * and get none that comes later.
 */
export async function scopeTokens(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db)
}

const STATEMENTS = [
  // The scopes as they were when this was released; the list in the protocol may grow.
  sql`
    alter table api_token add column scopes json not null default '[
      "flow:read", "flow:write", "flow:publish", "conversations:read", "conversations:write", "answers:read",
      "buyers:export", "buyers:erase", "catalogue:read", "catalogue:write", "orders:read", "orders:write",
      "settings:read", "settings:write"]'`,
  sql`alter table api_token alter column scopes drop default`,
  sql`alter table api_token add column expires_at bigint`,
]
