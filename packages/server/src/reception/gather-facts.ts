import {
  beginsSession,
  type Facts,
  factsNeeded,
  judgeReception,
  type Program,
  type ReceptionEvent,
} from '@shopbell/engine'
import type { OrderContent, ProductCard } from '@shopbell/protocol'
import type { ConversationRow } from '../store/conversations.ts'
import { orderOfBuyer } from '../store/orders.ts'
import { productByRef } from '../store/products.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Desk } from './desk.ts'
import { hoursFacts } from './hours.ts'
import type { HotConversation } from './hot-conversations.ts'
import { knownFacts } from './known-facts.ts'
import { orderCard } from './order-card.ts'
import { productCard } from './product-card.ts'
import { statusFacts } from './status.ts'
import { recommendProducts } from './recommend-products.ts'
import { settledFacts } from './settled-facts.ts'

/** What a step is to be taken with. */
export interface Grounds {
  readonly facts: Facts
  /** True: a new session begins with this event, on the live program. */
  readonly begins: boolean
  readonly program: Program
  /** Somebody outside is told of the step. */
  readonly hasWebhooks: boolean
}

/** Looks up what the engine needs to know for an event; no query at all where everything is still remembered. */
export async function gatherFacts(
  desk: Desk,
  conversation: HotConversation,
  row: ConversationRow,
  event: ReceptionEvent,
): Promise<Grounds> {
  const store = await desk.stores.byId(row.storeId)
  const live = await desk.programs.of(store.id, store.liveVersion)
  const gathered: Facts = {
    head: row.head,
    store: {
      name: store.name,
      timeZone: store.timeZone,
      ...hoursFacts(await desk.stores.hours(store.id), row.assigneeId, event.at),
    },
    profile: await desk.stores.profile(store.id, event.at),
    locales: [...new Set([conversation.locale ?? row.locale, row.locale])],
    buyer: row.buyer,
    ...(row.buyerName === null ? {} : { buyerName: row.buyerName }),
    liveVersion: live.flowVersion,
    list: live.list,
    heldList: await heldList(desk, row, live),
  }
  const known = await withExtensions(desk, row, event, gathered)
  const begins = beginsSession(row.session, event, known)
  const needed = factsNeeded(begins ? null : row.session, event)
  const assigneeId = begins ? null : row.assigneeId
  const reader = { locale: conversation.locale ?? row.locale, defaultLocale: store.defaultLocale }
  const card = event.type === 'buyer.sent' ? await cardOf(desk, row, event) : null
  return {
    begins,
    hasWebhooks: store.hasWebhooks,
    program: begins ? live : await desk.programs.of(store.id, row.flowVersion),
    facts: {
      ...known,
      ...(needed.includes('products')
        ? { products: await recommendProducts(desk, conversation, event.at) }
        : {}),
      ...card,
      ...(needed.includes('status')
        ? await statusFacts(desk, conversation, row, event, { assigneeId, reader })
        : {}),
      ...(await settledFacts(desk, row, event, { reader, live })),
    },
  }
}

/** What extensions know, where a reception may begin or go on with this event, and what their rules say against one. */
async function withExtensions(
  { extensions, log }: Desk,
  row: ConversationRow,
  event: ReceptionEvent,
  facts: Facts,
): Promise<Facts> {
  if (!extensions || extensions.descriptions.length === 0) return facts
  if (!factsNeeded(row.session, event).includes('products')) return facts
  const moment = { at: event.at, locales: facts.locales }
  const known = { ...facts, ...(await knownFacts({ extensions, log }, facts.store, row, moment)) }
  const silence = judgeReception(extensions, event, known, (error, rule) => {
    log.warn({ err: error, rule }, 'a rule of an extension failed')
  })
  return silence === null ? known : { ...known, silence }
}

async function heldList(desk: Desk, { storeId, buyer }: ConversationRow, live: Program) {
  if (buyer.held === null || buyer.held.flowVersion === live.flowVersion) return null
  return (await desk.programs.of(storeId, buyer.held.flowVersion)).list
}

/** The card a buyer sent, from the store's own catalogue, or one of this buyer's own orders (CRD-15). */
async function cardOf(
  { database }: Desk,
  { storeId, publicId: buyer }: ConversationRow,
  { card, ref }: ReceptionEvent & { type: 'buyer.sent' },
): Promise<{ readonly card: ProductCard } | { readonly order: OrderContent } | null> {
  return runAsStore(database, storeId, async (tx) => {
    if (card === 'order') {
      const order = await orderOfBuyer(tx, storeId, { ref, buyer })
      return order && { order: orderCard(order) }
    }
    const product = await productByRef(tx, storeId, ref)
    return product && { card: productCard(product) }
  })
}
