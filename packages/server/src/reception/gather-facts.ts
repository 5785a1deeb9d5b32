import {
  beginsSession,
  type Facts,
  factsNeeded,
  type Program,
  type ReceptionEvent,
} from '@shopbell/engine'
import type { ConversationRow } from '../store/conversations.ts'
import { pinnedProducts, productByRef } from '../store/products.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Desk } from './desk.ts'
import { profileOf } from './profile-of.ts'

/** Most product cards one message holds. */
const MAX_CARDS = 10

/** What a step is to be taken with. */
export interface Grounds {
  readonly facts: Facts
  /** True: a new session begins with this event, on the live program. */
  readonly begins: boolean
  readonly program: Program
}

/** Looks up what the engine needs to know for an event; at most one query beside what is remembered. */
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
    store: { name: store.name, timeZone: store.timeZone, openNow: true },
    profile: profileOf(store),
    locales: [...new Set([preferredLocale ?? row.locale, row.locale])],
    buyer: row.buyer,
    ...(row.buyerName === null ? {} : { buyerName: row.buyerName }),
    list: live.list,
    heldList: await heldList(desk, row, live),
  }
  const begins = beginsSession(row.session, event, known)
  const goesOn = !begins && row.session !== null
  return {
    begins,
    program: goesOn ? await desk.programs.of(store.id, row.flowVersion) : live,
    facts: { ...known, ...(await lookUp(desk, row, event, begins)) },
  }
}

async function heldList(desk: Desk, { storeId, buyer }: ConversationRow, live: Program) {
  if (buyer.held === null || buyer.held.flowVersion === live.flowVersion) return null
  return (await desk.programs.of(storeId, buyer.held.flowVersion)).list
}

async function lookUp(
  { database }: Desk,
  { storeId, session }: ConversationRow,
  event: ReceptionEvent,
  begins: boolean,
): Promise<Pick<Facts, 'products' | 'card'>> {
  const wantsProducts = factsNeeded(begins ? null : session, event).includes('products')
  // Looked up whether the robot needs it or not: a card that the store does not have is refused.
  const ref = event.type === 'buyer.sent' && event.card === 'product' ? event.ref : null
  if (!wantsProducts && ref === null) return {}
  return runAsStore(database, storeId, async (tx) => {
    const products = wantsProducts ? await pinnedProducts(tx, storeId, MAX_CARDS) : undefined
    const card = ref === null ? null : await productByRef(tx, storeId, ref)
    return { ...(products === undefined ? {} : { products }), ...(card === null ? {} : { card }) }
  })
}
