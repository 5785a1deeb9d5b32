import { type Kysely, sql } from 'kysely'

/**
 * The chat on shop pages: how it looks and speaks there, with a revision so that nobody saves over what they have not seen; and
 * which pages loaded it or were refused, one row per origin.
 */
export async function makeShopPages(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db)
}

const CURRENT_STORE = sql`nullif(current_setting('shopbell.store_id', true), '')::bigint`

const STATEMENTS = [
  sql`alter table store add column widget json`,
  sql`alter table store add column widget_revision integer not null default 0`,
  sql`grant update (widget, widget_revision) on store to shopbell_app`,
  sql`
    create table shop_page (
      store_id bigint not null references store on delete cascade,
      origin text not null,
      path text,
      allowed boolean not null,
      seen_at bigint not null,
      primary key (store_id, origin)
    )`,
  sql`alter table shop_page enable row level security`,
  sql`alter table shop_page force row level security`,
  sql`create policy app on shop_page to shopbell_app using (store_id = ${CURRENT_STORE}) with check (store_id = ${CURRENT_STORE})`,
  sql`grant select, insert, update, delete on shop_page to shopbell_app`,
]
