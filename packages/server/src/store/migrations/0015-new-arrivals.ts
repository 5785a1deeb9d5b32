import { type Kysely, sql } from 'kysely'

/** The newest products of a store are asked for by everyone who opens its chat (MNU-04). */
export async function indexArrivals(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index product_published on product (store_id, published_at desc, ref)
    where available and published`.execute(db)
}
