import type { Interest } from '@shopbell/engine'
import { sql } from 'kysely'
import type { Tx } from './database.ts'
import type { OfferedProduct } from './products.ts'
import type { BuyerEventTable } from './catalogue-schema.ts'

/** Something that a buyer did with a product, or that was shown of one. */
export interface BuyerSignal {
  readonly storeId: number
  readonly conversationId: number
  readonly kind: BuyerEventTable['kind']
  readonly ref: string
  readonly at: number
}

/** Rows kept of one buyer, the newest: one for each kind and product. */
export const MAX_BUYER_EVENTS = 200

/** The categories a buyer likes best that recommendations draw from, and the best sellers of each. */
const CATEGORIES = 5
const OF_EACH = 10

/**
 * Writes signals of many conversations: the last time and how often, and for every product how often its card was shown and opened
 * (REC-04). Opening counts once for each time the card was shown. What names a product that the store does not have, or a buyer who
 * was erased, is left out. As the journal.
 */
export async function putBuyerSignals(tx: Tx, signals: readonly BuyerSignal[]): Promise<void> {
  const given = JSON.stringify(signals)
  await sql`
    with given as (
      select * from json_to_recordset(${given}::json)
        as given ("storeId" bigint, "conversationId" bigint, kind text, ref text, at bigint)
    ), known as (
      select conversation.store_id, conversation.id, given.kind, given.ref, given.at
      from given
      join conversation on conversation.store_id = given."storeId" and conversation.id = given."conversationId"
      join product on product.store_id = given."storeId" and product.ref = given.ref
      for key share of conversation
    ), counted as (
      select store_id, ref, count(*) filter (where kind = 'shown') as shown,
        count(distinct id) filter (where kind = 'opened' and exists (
          select from buyer_event as shown
          where shown.store_id = known.store_id and shown.conversation_id = known.id and shown.kind = 'shown'
            and shown.ref = known.ref and not exists (
              select from buyer_event as opened
              where opened.store_id = known.store_id and opened.conversation_id = known.id
                and opened.kind = 'opened' and opened.ref = known.ref and opened.at >= shown.at))) as opened
      from known group by store_id, ref
    ), put as (
      insert into buyer_event as kept (store_id, conversation_id, kind, ref, at, times)
      select store_id, id, kind, ref, max(at), count(*) from known group by store_id, id, kind, ref
      order by store_id, id, kind, ref
      on conflict (store_id, conversation_id, kind, ref) do update
        set at = greatest(kept.at, excluded.at), times = least(kept.times + excluded.times, 1000000)
    )
    insert into product_count as kept (store_id, ref, shown, opened)
    select store_id, ref, shown, opened from counted where shown + opened > 0 order by store_id, ref
    on conflict (store_id, ref) do update
      set shown = kept.shown + excluded.shown, opened = kept.opened + excluded.opened`.execute(tx)
  await sql`
    delete from buyer_event as old using (
      select store_id, conversation_id, kind, ref,
        row_number() over (partition by store_id, conversation_id order by at desc, kind, ref) as place
      from buyer_event where (store_id, conversation_id) in (
        select "storeId", "conversationId" from json_to_recordset(${given}::json)
          as given ("storeId" bigint, "conversationId" bigint))
    ) as placed
    where placed.place > ${MAX_BUYER_EVENTS} and (old.store_id, old.conversation_id, old.kind, old.ref) =
      (placed.store_id, placed.conversation_id, placed.kind, placed.ref)`.execute(tx)
}

/** What a buyer is interested in, and the products that this brings into question: those themselves and the best of their categories. */
export interface BuyerInterests {
  readonly interests: readonly Interest[]
  readonly products: readonly OfferedProduct[]
}

/** In one query, of this buyer only. As the store. */
export async function interestsOf(tx: Tx, storeId: number, conversationId: number): Promise<BuyerInterests> {
  const columns = sql`ref, title, price, currency, image, url, category, pinned, sales`
  const offered = sql`store_id = ${storeId} and available and published`
  const { rows } = await sql<BuyerInterests>`
    with own as (
      select kind, buyer_event.ref, product.category, at from buyer_event
      join product on product.store_id = buyer_event.store_id and product.ref = buyer_event.ref
      where buyer_event.store_id = ${storeId} and conversation_id = ${conversationId} and kind <> 'shown'
    ), liked as (
      select category from own where category is not null group by category order by max(at) desc
      limit ${CATEGORIES}
    )
    select (select coalesce(json_agg(own), '[]') from own) as interests,
      (select coalesce(json_agg(found), '[]') from (
        select ${columns} from product where ${offered} and ref in (select ref from own)
        union
        select near.* from liked, lateral (
          select ${columns} from product where ${offered} and category = liked.category
          order by sales desc limit ${OF_EACH}) as near
      ) as found) as products`.execute(tx)
  return rows[0] ?? { interests: [], products: [] }
}

/** All that is kept of one buyer, the newest first. As the store. */
export function signalsOf(
  tx: Tx,
  storeId: number,
  conversationId: number,
): Promise<readonly Pick<BuyerEventTable, 'kind' | 'ref' | 'at' | 'times'>[]> {
  return tx
    .selectFrom('buyerEvent')
    .select(['kind', 'ref', 'at', 'times'])
    .where('storeId', '=', storeId)
    .where('conversationId', '=', conversationId)
    .orderBy('at', 'desc')
    .orderBy('kind')
    .orderBy('ref')
    .execute()
}
