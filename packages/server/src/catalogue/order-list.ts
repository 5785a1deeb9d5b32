import type { Order, OrderList, OrdersPut } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import { hasOrders } from '../store/menu-stock.ts'
import { deleteOrder, listOrders, type OrderFilter, orderStates, putOrders as put } from '../store/orders.ts'
import { readRowPlace, writeRowPlace } from '../store/row-place.ts'
import { runAsStore } from '../store/run-as.ts'
import { moveStoreVersion } from '../store/store-versions.ts'
import type { Catalogue } from './catalogue.ts'
import { findTwice } from './find-twice.ts'
import { priceFault } from './price-fault.ts'
import type { ProductsRefused } from './put-products.ts'

/** A shop's system has some ten; one that has more is filtered by its words. */
const MOST_STATES = 50

interface WantedOrders extends Omit<OrderFilter, 'after'> {
  /** The `next` of the page above. */
  readonly before?: string | undefined
  readonly limit: number
}

/** A page of the store's orders, the newest first; the first page with the states that all of them are in (TRD-05). */
export function readOrders(
  { database }: Pick<Catalogue, 'database'>,
  { storeId }: Actor,
  { before, limit, ...filter }: WantedOrders,
): Promise<OrderList> {
  const after = before === undefined ? null : readRowPlace(before)
  return runAsStore(database, storeId, async (tx) => {
    const orders = await listOrders(tx, storeId, { after, ...filter }, limit + 1)
    const page = orders.slice(0, limit)
    const last = orders.length > limit ? page.at(-1) : undefined
    const states = before === undefined ? await orderStates(tx, storeId, MOST_STATES) : undefined
    return {
      orders: page,
      ...(states === undefined ? {} : { states: [...states] }),
      ...(last === undefined ? {} : { next: writeRowPlace([last.orderedAt, last.ref]) }),
    }
  })
}

/** Puts or replaces orders by their ref; all of them or none. */
export async function putOrders(
  { database, clock, bus }: Pick<Catalogue, 'database' | 'clock' | 'bus'>,
  actor: Actor,
  orders: readonly Order[],
): Promise<OrdersPut | ProductsRefused> {
  const twice = findTwice(orders.map(({ ref }) => ref))
  if (twice !== undefined) return unfit(twice, 'it is there twice; send each order once')
  for (const { ref, total, currency } of orders) {
    const fault = priceFault({ price: total, currency })
    if (fault !== null) return unfit(ref, fault)
  }
  const { storeId } = actor
  const { isFirst, counts } = await doOnce(
    database,
    actor,
    async (tx) => {
      const isFirst = !(await hasOrders(tx, storeId))
      const counts = await put(tx, storeId, orders, clock.now())
      if (isFirst) await moveStoreVersion(tx, storeId)
      return { isFirst, counts }
    },
    (done) => done.counts,
  )
  // The chat's menu begins to offer them (MNU-05).
  if (isFirst) bus.publish({ type: 'store', storeId })
  return counts
}

/** False: there is none. */
export function removeOrder(
  { database }: Pick<Catalogue, 'database'>,
  actor: Actor,
  ref: string,
): Promise<boolean> {
  return doOnce(database, actor, (tx) => deleteOrder(tx, actor.storeId, ref))
}

function unfit(ref: string, what: string): ProductsRefused {
  return { refused: 'CATALOGUE_UNFIT', message: `Order ${ref}: ${what}.` }
}
