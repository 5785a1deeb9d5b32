import { type Kysely, sql } from 'kysely'

/**
 * The rule books of a store by the calendar day they begin on (`YYYY-MM-DD`, its own zone), so that a past day can always be counted
 * by the one it had. `store.profile` stays the one before the first of them. `revision` grows with every save of the store; `own` is
 * what the store last had or wanted of its own, also where a built-in one was chosen since.
 */
export async function makeProfileDays(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db)
}

const CURRENT_STORE = sql`nullif(current_setting('shopbell.store_id', true), '')::bigint`

const STATEMENTS = [
  sql`
    create table profile_day (
      store_id bigint not null references store on delete cascade,
      from_day text not null,
      choice json not null,
      own json,
      revision integer not null,
      changed_at bigint not null,
      changed_by text not null,
      primary key (store_id, from_day)
    )`,
  sql`alter table profile_day enable row level security`,
  sql`alter table profile_day force row level security`,
  sql`create policy app on profile_day to shopbell_app using (store_id = ${CURRENT_STORE}) with check (store_id = ${CURRENT_STORE})`,
  sql`create policy journal on profile_day for select to shopbell_journal using (true)`,
  sql`grant select, insert, update on profile_day to shopbell_app`,
  sql`grant select on profile_day to shopbell_journal`,
  // Nothing ever wrote it: a store’s own values are a choice of a day.
  sql`alter table store drop column profile_changes`,
]
