import { type Kysely, sql } from 'kysely'

/**
 * Several people edit one draft: its log, what they saved by the revision it made, so that others can follow and a repeated batch is
 * stored once; and who has it open where, so that servers know of each other's editors.
 */
export async function makeDraftEditing(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db)
}

const CURRENT_STORE = sql`nullif(current_setting('shopbell.store_id', true), '')::bigint`

const STATEMENTS = [
  sql`
    create table flow_draft_operation (
      store_id bigint not null,
      revision integer not null check (revision > 0),
      base integer not null,
      batch text,
      operations json not null,
      saved_by text not null,
      written bigint not null,
      primary key (store_id, revision),
      unique (store_id, batch),
      foreign key (store_id) references flow_draft on delete cascade
    )`,
  sql`
    create table flow_draft_editor (
      store_id bigint not null references store,
      id text not null,
      name text not null,
      block text,
      seen_at bigint not null,
      primary key (store_id, id)
    )`,
  ...['flow_draft_operation', 'flow_draft_editor'].flatMap((table) => [
    sql`alter table ${sql.table(table)} enable row level security`,
    sql`alter table ${sql.table(table)} force row level security`,
    sql`create policy app on ${sql.table(table)} to shopbell_app using (store_id = ${CURRENT_STORE}) with check (store_id = ${CURRENT_STORE})`,
  ]),
  sql`grant select, insert, delete on flow_draft_operation to shopbell_app`,
  sql`grant select, insert, update, delete on flow_draft_editor to shopbell_app`,
]
