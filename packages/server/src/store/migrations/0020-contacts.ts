import { type Kysely, sql } from 'kysely'

/**
 * Contacts with a buyer on other channels than the chat (WEL-02, CNT-04, CNT-05), without their words. They are rows of their own and
 * no messages, which a buyer’s chat would show: the column that 0016 had foreseen for them there was never written, and goes. The
 * buyer’s record says when the last contact was, so that the robot needs no further query to know it.
 */
export async function makeContacts(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db)
}

const CURRENT_STORE = sql`nullif(current_setting('shopbell.store_id', true), '')::bigint`

const STATEMENTS = [
  sql`
    create table contact (
      store_id bigint not null,
      id text not null,
      conversation_id bigint not null,
      channel text not null check (channel in ('inquiry', 'mail')),
      from_buyer boolean not null,
      agent_id bigint,
      at bigint not null,
      taken_back_at bigint,
      told_at bigint not null,
      primary key (store_id, id),
      foreign key (store_id, conversation_id) references conversation on delete cascade
    )`,
  sql`create index contact_buyer on contact (store_id, conversation_id, at desc)`,
  sql`alter table contact enable row level security`,
  sql`alter table contact force row level security`,
  sql`create policy app on contact to shopbell_app using (store_id = ${CURRENT_STORE}) with check (store_id = ${CURRENT_STORE})`,
  sql`grant select, insert, update on contact to shopbell_app`,
  sql`grant update (buyer, revision) on conversation to shopbell_app`,
  sql`alter table message drop column channel`,
]
