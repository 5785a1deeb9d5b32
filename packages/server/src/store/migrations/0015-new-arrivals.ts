import { type Kysely, sql } from 'kysely'

/**
 * The newest products of a store are asked for by everyone who opens its chat (MNU-04). Of all products, not of the offered ones: a
 * partial index tempts a planner without statistics to read the whole store for what one buyer is interested in.
 */
export async function indexArrivals(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index product_published on product (store_id, published_at desc, ref)`.execute(db)
}
