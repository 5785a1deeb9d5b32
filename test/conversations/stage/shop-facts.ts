import {
  type BuyerRecord,
  cardFacts,
  entryName,
  type Facts,
  menuWords,
  type ReceptionEvent,
  type Session,
  statusTexts,
} from '@shopbell/engine'
import {
  type CardList,
  DEFAULT_MENU,
  type LocalText,
  type OrderContent,
  type ProductReplies,
} from '@shopbell/protocol'
import type { Shop } from '../read-shop.ts'
import type { Cue, Outcome } from './stage.ts'

/** What a shop knows beside its flow: products, this buyer's orders, what the seller set under the message rules, who is busy. */
export interface ShopFacts {
  readonly note: (cue: Extract<Cue, { does: 'set' | 'order' | 'get busy' }>) => Outcome
  /** Whether the catalogue has the product, or the buyer the order (CRD-15). */
  readonly has: (card: 'product' | 'order', ref: string) => boolean
  /** The facts an event needs, as a server would look them up. */
  readonly of: (event: ReceptionEvent, buyer: BuyerRecord, session: Session | null) => Partial<Facts>
}

const NOTHING: Outcome = { messages: [], reasons: [] }
/** The state of every order here. */
const ORDER_STATE = 'paid'

export function createShopFacts({ products, document }: Shop, buyerReads: string): ShopFacts {
  const reader = { locale: buyerReads, defaultLocale: document.defaultLocale }
  const orders: OrderContent[] = []
  let productReplies: ProductReplies = { on: true, rules: [] }
  let cardList: CardList = { lead: '', questions: [] }
  let busyReply: LocalText | null = null
  let isBusy = false

  function settled(event: ReceptionEvent, buyer: BuyerRecord): Partial<Facts> {
    if (event.type !== 'buyer.chose' || event.item === 'person')
      return cardFacts({ productReplies, cardList }, event, buyer, reader)
    const chosen = chosenEntry(event.item)
    return chosen ? { chosen } : {}
  }

  function chosenEntry(item: string): Facts['chosen'] {
    const entry = DEFAULT_MENU.entries.find(({ id }) => id === item)
    if (entry === undefined) return undefined
    const words = menuWords(buyerReads)
    const label = entryName(entry, reader)
    const gives = (
      ...contents: NonNullable<Extract<NonNullable<Facts['chosen']>['gives'], { does: 'say' }>>['contents']
    ) => ({ entry: item, label, gives: { does: 'say', contents } }) as const
    if (item === 'orders') return gives({ kind: 'text', text: words.yourOrders }, ...orders)
    return gives({ kind: 'products', text: words.newProducts, items: [...products] })
  }

  return {
    has: (card, ref) => (card === 'order' ? orders : products).some((one) => one.ref === ref),
    note: (cue) => {
      if (cue.does === 'order')
        orders.push({ kind: 'order', ref: cue.ref, title: cue.title, status: ORDER_STATE, items: 1 })
      else if (cue.does === 'get busy') isBusy = true
      else if (cue.rule.sets === 'busy reply') busyReply = cue.rule.text
      else if (cue.rule.sets === 'product reply')
        productReplies = { on: true, rules: [{ id: 'rule', products: [cue.rule.ref], text: cue.rule.text }] }
      else cardList = { lead: '', questions: cue.rule.questions.map(listed) }
      return NOTHING
    },
    of: (event, buyer, session) => ({
      ...(event.type === 'buyer.sent' ? cardOf(event) : {}),
      ...settled(event, buyer),
      ...(busyReply !== null && session?.handling === 'human' && event.type === 'buyer.said'
        ? {
            status: {
              agent: '1',
              ...(isBusy ? { busy: true as const } : {}),
              replies: statusTexts({ status_busy: { text: busyReply } }, reader),
            },
          }
        : {}),
    }),
  }

  function cardOf({ card, ref }: Extract<ReceptionEvent, { type: 'buyer.sent' }>): Partial<Facts> {
    const order = card === 'order' ? orders.find((one) => one.ref === ref) : undefined
    const product = card === 'product' ? products.find((one) => one.ref === ref) : undefined
    return { ...(order ? { order } : {}), ...(product ? { card: product } : {}) }
  }
}

/** A question of the list for cards under an id of its own. */
export function listed(
  { question, answer }: { readonly question: string; readonly answer: string },
  at: number,
) {
  return { id: `q${String(at + 1)}`, on: true, question, answer }
}

/** The entry of the usual menu with this name. */
export function usualEntry(label: string, buyerReads: string): string {
  const usual = { locale: buyerReads, defaultLocale: buyerReads }
  return DEFAULT_MENU.entries.find((entry) => entryName(entry, usual) === label)?.id ?? label
}
