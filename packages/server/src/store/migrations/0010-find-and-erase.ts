import { type Kysely, sql } from 'kysely'

/**
 * Finding conversations by their words, and erasing a buyer.
 *
 * `conversation_search` is a projection beside the journal's tables, so that no step writes an index for it: the words that people
 * wrote, and their grams as hashes with the store's id in them. It is asked as the journal, because behind row-level security
 * PostgreSQL uses no index for an operator that is not leakproof, and `@>` is not; only keys come out of it, and rows are read as
 * the store. `conversation_search_place` says up to which hour everything is in it; without a row it begins anew.
 */
export async function makeFindAndErase(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db)
  await makeEraseConversation(db)
}

const CURRENT_STORE = sql`nullif(current_setting('shopbell.store_id', true), '')::bigint`

/** What goes with a conversation; what was searched of it goes by its foreign key. */
const OF_A_CONVERSATION = ['message', 'answer', 'timer']

const STATEMENTS = [
  sql`
    create table conversation_search (
      store_id bigint not null,
      conversation_id bigint not null,
      head bigint not null,
      words text not null,
      grams integer[] not null,
      primary key (store_id, conversation_id),
      foreign key (store_id, conversation_id) references conversation on delete cascade
    )`,
  // Entries wait in GIN's own list and are merged by vacuum, so that a new message costs the index little.
  sql`create index conversation_search_grams on conversation_search using gin (grams)`,
  sql`
    create table conversation_search_place (
      store_id bigint primary key references store on delete cascade,
      hour integer not null
    )`,
  ...['conversation_search', 'conversation_search_place'].flatMap((table) => [
    sql`alter table ${sql.table(table)} enable row level security`,
    sql`alter table ${sql.table(table)} force row level security`,
    sql`create policy app on ${sql.table(table)} to shopbell_app using (store_id = ${CURRENT_STORE}) with check (store_id = ${CURRENT_STORE})`,
    sql`create policy journal on ${sql.table(table)} to shopbell_journal using (true) with check (true)`,
    sql`grant select on ${sql.table(table)} to shopbell_app`,
    sql`grant select, insert, update, delete on ${sql.table(table)} to shopbell_journal`,
  ]),
  // The owner, whom the function below speaks as, reaches the store that is set and no other.
  ...['conversation', 'journal', ...OF_A_CONVERSATION].map(
    (table) =>
      sql`create policy erasing on ${sql.table(table)} to current_user using (store_id = ${CURRENT_STORE})`,
  ),
]

/**
 * The one way in which a buyer's words go (PRV-02): nobody may delete a message or change the journal but through this, of the store
 * that is set. The row is locked first, so that a step that is being committed is waited for and erased with the rest, and one that
 * comes later finds no row. What stays of the journal is empty.
 */
async function makeEraseConversation(db: Kysely<unknown>): Promise<void> {
  // Named, so that nobody's temporary table can stand in for one of ours.
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(db)
  const schema = sql.id(rows[0]?.schema ?? 'public')
  const ofIt = OF_A_CONVERSATION.map(
    (table) => sql`delete from ${sql.table(table)} where store_id = own and conversation_id = erased;`,
  )
  await sql`
create function erase_conversation(erased bigint) returns boolean
language plpgsql security definer set search_path = ${schema}, pg_temp as $$
declare
  own bigint := ${CURRENT_STORE};
begin
  perform from conversation where store_id = own and id = erased for update;
  if not found then
    return false;
  end if;
  ${sql.join(ofIt, sql`\n  `)}
  update journal set event = '{"type":"erased"}', facts = '{}', refusals = '[]'
  where store_id = own and conversation_id = erased;
  delete from conversation where store_id = own and id = erased;
  return true;
end $$`.execute(db)
  await sql`revoke execute on function erase_conversation from public`.execute(db)
  await sql`grant execute on function erase_conversation to shopbell_app`.execute(db)
}
