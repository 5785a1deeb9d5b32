import { beginsSession, type Facts, factsNeeded, type Program, type ReceptionEvent } from '@shopbell/engine'
import type { ProductCard } from '@shopbell/protocol'
import type { ConversationRow } from '../store/conversations.ts'
import { productByRef } from '../store/products.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Desk } from './desk.ts'
import { hoursFacts } from './hours.ts'
import { profileOf } from './profile-of.ts'

/** What a step is to be taken with. */
export interface Grounds {
  readonly facts: Facts
  /** True: a new session begins with this event, on the live program. */
  readonly begins: boolean
  readonly program: Program
}

/** Looks up what the engine needs to know for an event; no query at all where everything is still remembered. */
export async function gatherFacts(
  desk: Desk,
  row: ConversationRow,
  event: ReceptionEvent,
  preferredLocale: string | null,
): Promise<Grounds> {
  const store = await desk.stores.byId(row.storeId)
  const live = await desk.programs.of(store.id, store.liveVersion)
  const known: Facts = {
    head: row.head,
    store: {
      name: store.name,
      timeZone: store.timeZone,
      ...hoursFacts(await desk.stores.hours(store.id), row.assigneeId, event.at),
    },
    profile: profileOf(store),
    locales: [...new Set([preferredLocale ?? row.locale, row.locale])],
    buyer: row.buyer,
    ...(row.buyerName === null ? {} : { buyerName: row.buyerName }),
    liveVersion: live.flowVersion,
    list: live.list,
    heldList: await heldList(desk, row, live),
  }
  const begins = beginsSession(row.session, event, known)
  const needed = factsNeeded(begins ? null : row.session, event)
  const card = event.type === 'buyer.sent' ? await cardOf(desk, row.storeId, event) : null
  return {
    begins,
    program: begins ? live : await desk.programs.of(store.id, row.flowVersion),
    facts: {
      ...known,
      ...(needed.includes('products') ? { products: await desk.stores.pinnedCards(store.id) } : {}),
      ...(card === null ? {} : { card }),
    },
  }
}

async function heldList(desk: Desk, { storeId, buyer }: ConversationRow, live: Program) {
  if (buyer.held === null || buyer.held.flowVersion === live.flowVersion) return null
  return (await desk.programs.of(storeId, buyer.held.flowVersion)).list
}

/** The card a buyer sent, from the store's own catalogue (CRD-15); there are no orders in it yet. */
function cardOf(
  { database }: Desk,
  storeId: number,
  { card, ref }: ReceptionEvent & { type: 'buyer.sent' },
): Promise<ProductCard | null> {
  if (card !== 'product') return Promise.resolve(null)
  return runAsStore(database, storeId, (tx) => productByRef(tx, storeId, ref))
}
