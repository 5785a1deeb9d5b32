import { type Kysely, sql } from 'kysely'

/**
 * Who is there to answer. `agent_presence` says when an account's console was last known to be open on a node: written again and
 * again, so that a node that dies is noticed by its silence. `agent_attendance` holds what an account has set about itself.
 */
export async function makeAttendance(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db)
}

const CURRENT_STORE = sql`nullif(current_setting('shopbell.store_id', true), '')::bigint`

const STATEMENTS = [
  // No key of the account: one statement writes for all that a node has, and must not fail for one who has just been removed. A row
  // without an account is shown to nobody and is gone after a while.
  sql`
    create table agent_presence (
      store_id bigint not null references store on delete cascade,
      account_id bigint not null,
      node text not null,
      seen_at bigint not null,
      primary key (store_id, account_id, node)
    )`,
  sql`create index agent_presence_seen on agent_presence (seen_at)`,
  sql`
    create table agent_attendance (
      store_id bigint not null,
      account_id bigint not null,
      busy boolean not null default false,
      notices json not null default '{}',
      mailed_at bigint,
      primary key (store_id, account_id),
      foreign key (store_id, account_id) references account on delete cascade
    )`,
  ...['agent_presence', 'agent_attendance'].flatMap((table) => [
    sql`alter table ${sql.table(table)} enable row level security`,
    sql`alter table ${sql.table(table)} force row level security`,
    sql`create policy app on ${sql.table(table)} to shopbell_app using (store_id = ${CURRENT_STORE}) with check (store_id = ${CURRENT_STORE})`,
  ]),
  sql`create policy journal on agent_presence to shopbell_journal using (true) with check (true)`,
  sql`grant select, insert, update, delete on agent_presence to shopbell_journal`,
  sql`grant select, insert, update on agent_attendance to shopbell_app`,
  // The inbox of those who answer: conversations that a person has, by their last message. `handling` and `last_hour` rarely change.
  sql`create index conversation_with_people on conversation (store_id, last_hour desc) where handling = 'human'`,
]
