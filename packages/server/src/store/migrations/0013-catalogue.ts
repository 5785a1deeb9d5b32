import { type Kysely, sql } from 'kysely'

/**
 * The catalogue: products with columns of their own instead of a ready card, categories, orders; what buyers looked at, asked about
 * and were shown, of which each buyer keeps a bounded number; and how often a product was shown and opened.
 */
export async function makeCatalogue(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db)
}

const CURRENT_STORE = sql`nullif(current_setting('shopbell.store_id', true), '')::bigint`

const NEW_TABLES = ['category', 'shop_order', 'buyer_event', 'product_count']
const OF_SIGNALS = ['buyer_event', 'product_count']

const STATEMENTS = [
  sql`
    create table category (
      store_id bigint not null references store on delete cascade,
      ref text not null,
      name text not null,
      parent text,
      position integer not null,
      primary key (store_id, ref)
    )`,
  sql`
    alter table product
      add column title text not null default '',
      add column price text,
      add column currency text,
      add column image text,
      add column url text,
      add column category text,
      add column available boolean not null default true,
      add column published boolean not null default true,
      add column sales bigint not null default 0,
      add column updated_at bigint not null default 0,
      add column published_at bigint not null default 0,
      add foreign key (store_id, category) references category on delete set null (category)`,
  // The owner is held by the policies, too, and no policy shows it every store's rows.
  sql`alter table product no force row level security`,
  sql`
    update product
    set title = card ->> 'title', price = card ->> 'price', image = card ->> 'image', url = card ->> 'url'`,
  sql`alter table product force row level security`,
  sql`alter table product drop column card, alter column title drop default`,
  sql`create index product_title on product (store_id, title, ref)`,
  sql`create index product_category on product (store_id, category, sales desc) where available and published`,
  sql`create index product_sales on product (store_id, sales desc) where available and published`,
  sql`create index product_pinned on product (store_id, pinned) where pinned is not null`,
  // A buyer's key is the public id of their conversation, or how the shop's own system calls them.
  sql`
    create table shop_order (
      store_id bigint not null references store on delete cascade,
      ref text not null,
      buyer text not null,
      title text not null,
      state text not null,
      lines json not null,
      total text,
      currency text,
      url text,
      ordered_at bigint not null,
      updated_at bigint not null,
      primary key (store_id, ref)
    )`,
  sql`create index shop_order_buyer on shop_order (store_id, buyer, ordered_at desc)`,
  sql`create index shop_order_time on shop_order (store_id, ordered_at desc, ref)`,
  sql`
    create table buyer_event (
      store_id bigint not null,
      conversation_id bigint not null,
      kind text not null check (kind in ('viewed', 'asked', 'shown', 'opened')),
      ref text not null,
      at bigint not null,
      times integer not null,
      primary key (store_id, conversation_id, kind, ref),
      foreign key (store_id, conversation_id) references conversation on delete cascade
    )`,
  sql`
    create table product_count (
      store_id bigint not null,
      ref text not null,
      shown bigint not null,
      opened bigint not null,
      primary key (store_id, ref),
      foreign key (store_id, ref) references product on delete cascade
    )`,
  ...NEW_TABLES.flatMap((table) => [
    sql`alter table ${sql.table(table)} enable row level security`,
    sql`alter table ${sql.table(table)} force row level security`,
    sql`create policy app on ${sql.table(table)} to shopbell_app using (store_id = ${CURRENT_STORE}) with check (store_id = ${CURRENT_STORE})`,
  ]),
  ...OF_SIGNALS.flatMap((table) => [
    sql`create policy journal on ${sql.table(table)} to shopbell_journal using (true) with check (true)`,
    sql`grant select on ${sql.table(table)} to shopbell_app`,
    sql`grant select, insert, update, delete on ${sql.table(table)} to shopbell_journal`,
  ]),
  sql`grant select, insert, update, delete on category, shop_order to shopbell_app`,
]
