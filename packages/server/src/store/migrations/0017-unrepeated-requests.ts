import { type Kysely, sql } from 'kysely'

/**
 * The answers to requests that carried an `Idempotency-Key`, for a day: the same request gets the same answer instead of being done
 * again. Without a status the request is under way. `about` is the id in its address: what is erased takes along the answers about it.
 */
export async function makeUnrepeatedRequests(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db)
}

const CURRENT_STORE = sql`nullif(current_setting('shopbell.store_id', true), '')::bigint`

const STATEMENTS = [
  sql`
    create table kept_answer (
      store_id bigint not null references store on delete cascade,
      account_id bigint not null,
      request_key text not null,
      request text not null,
      body_hash text not null,
      about text,
      claimed_at bigint not null,
      status integer,
      media_type text,
      answer text,
      primary key (store_id, account_id, request_key),
      foreign key (store_id, account_id) references account on delete cascade
    )`,
  sql`create index kept_answer_claimed on kept_answer (claimed_at)`,
  sql`alter table kept_answer enable row level security`,
  sql`alter table kept_answer force row level security`,
  sql`create policy app on kept_answer to shopbell_app using (store_id = ${CURRENT_STORE}) with check (store_id = ${CURRENT_STORE})`,
  sql`grant select, insert, update, delete on kept_answer to shopbell_app`,
  // Forgets what is old, of all stores, and sees nothing of what was answered.
  sql`create policy entrance on kept_answer for all to shopbell_entrance using (true)`,
  sql`grant select (claimed_at), delete on kept_answer to shopbell_entrance`,
]
