import {
  DEFAULT_CARD_LIST,
  DEFAULT_MENU,
  DEFAULT_PRODUCT_REPLIES,
  DEFAULT_RECEPTION_SETTINGS,
  DEFAULT_STATUS_REPLIES,
  DEFAULT_WIDGET_SETTINGS,
  FlowImported,
  Published,
  WebhookCreated,
  WebhookTested,
} from '@shopbell/protocol'
import Type from 'typebox'
import { asOperator } from '../console-stage/as-operator.ts'
import { arriveAsBuyer } from '../console-stage/buyer.ts'
import { changedFlow, SAMPLE_FLOW } from '../console-stage/sample-flow.ts'
import type { Shop } from './shop.ts'

/** A request that changes something the first time: what fills its address, its query and its body. */
export interface Doing {
  readonly named?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: unknown
}

/** How a request is prepared that does what an operation of the API is there for. */
export type PrepareDoing = (shop: Shop) => Promise<Doing>

const cup = { ref: 'cup', title: 'Cup' }
const order = { ref: '1', buyer: 'b', title: 'Cups', state: 'paid', lines: [], orderedAt: 1 }
const site = 'https://shop.example'

/** One for each operation that takes an `Idempotency-Key` and changes something, by its `operationId`. */
export const DOINGS: Readonly<Record<string, PrepareDoing>> = {
  putCategories: () => body({ categories: [{ ref: 'tea', name: 'Tea' }] }),
  changeCategories: async (shop) => {
    const from = [{ ref: 'cups', name: 'Cups' }]
    await shop.put('/categories', { categories: from })
    return { body: { from, to: [{ ref: 'cups', name: 'Mugs' }] } }
  },
  putProducts: () => body({ products: [cup] }),
  importProducts: () => body([cup]),
  changeProduct: async (shop) => {
    await shop.put('/products', { products: [cup] })
    return { body: { ref: 'cup', available: false } }
  },
  pinProducts: async (shop) => {
    await shop.put('/products', { products: [cup] })
    return { body: { from: [], to: ['cup'] } }
  },
  removeProduct: async (shop) => {
    await shop.put('/products', { products: [cup] })
    return { query: '?ref=cup' }
  },
  putOrders: () => body({ orders: [order] }),
  removeOrder: async (shop) => {
    await shop.put('/orders', { orders: [order] })
    return { query: '?ref=1' }
  },

  recordContact: async (shop) => {
    const { conversation } = await arriveAsBuyer(shop.stage, shop.storeId)
    const at = shop.stage.clock.now()
    return { body: { id: '1', buyer: conversation, channel: 'inquiry', from: 'buyer', at } }
  },
  eraseBuyer: async (shop) => ({ named: { id: (await someBuyer(shop)).conversation } }),
  changeHandling: async (shop) => {
    const buyer = await someBuyer(shop)
    await buyer.askForPerson()
    return { named: { id: buyer.conversation }, body: { action: 'take' } }
  },
  replyToBuyer: async (shop) => {
    const { conversation } = await someBuyer(shop)
    return { named: { id: conversation }, body: { id: 'once-lane.1', text: 'Good morning' } }
  },
  markRead: async (shop) => ({ named: { id: (await someBuyer(shop)).conversation }, body: { seq: 1 } }),
  markNeedsAnswer: async (shop) => {
    const buyer = await someBuyer(shop)
    const seq = await buyer.say('Thanks a lot')
    return { named: { id: buyer.conversation }, body: { seq, needsAnswer: false } }
  },

  beginDraft: () => body({ from: 'empty' }),
  saveOperations: async (shop) => {
    const operations = [{ op: 'put', at: ['name'], value: 'Renamed' }]
    return { body: { batch: 'once-lane.1', base: await imported(shop), operations } }
  },
  importFlow: () => body(SAMPLE_FLOW),
  publishFlow: async (shop) => ({ body: { revision: await imported(shop) } }),
  restoreVersion: async (shop) => {
    const version = String(await published(shop, SAMPLE_FLOW))
    await published(shop, changedFlow({ id: 'another-reception' }))
    return { named: { version }, body: {} }
  },

  saveReceptionHours: () => saved(DEFAULT_RECEPTION_SETTINGS),
  saveMyReceptionHours: () => saved(DEFAULT_RECEPTION_SETTINGS),
  saveReceptionHoursOf: ({ colleague }) => savedOf(colleague, DEFAULT_RECEPTION_SETTINGS),
  copyReceptionHours: ({ colleague }) => body({ to: [colleague] }),
  saveStatusReplies: () => saved(DEFAULT_STATUS_REPLIES),
  saveMyStatusReplies: () => saved(DEFAULT_STATUS_REPLIES),
  saveStatusRepliesOf: ({ colleague }) => savedOf(colleague, DEFAULT_STATUS_REPLIES),
  saveClosingPhrases: () => saved({ phrases: ['bye'] }),
  saveCardList: () => saved(DEFAULT_CARD_LIST),
  saveMenu: () => saved(DEFAULT_MENU),
  saveProductReplies: () => saved(DEFAULT_PRODUCT_REPLIES),
  chooseRuleBook: () => body({ choice: { base: 'alibaba', changes: null }, revision: 0 }),

  saveWidget: async (shop) => {
    const { revision } = (await shop.get('/widget')).as(Type.Object({ revision: Type.Integer() }))
    return { body: { settings: DEFAULT_WIDGET_SETTINGS, revision } }
  },
  allowOrigin: () => body({ origin: site }),
  removeOrigin: async (shop) => {
    await shop.post('/widget/origins', { origin: site })
    return { query: `?origin=${site}` }
  },

  changeWebhook: async (shop) => ({ named: { id: await webhook(shop) }, body: { name: 'till' } }),
  removeWebhook: async (shop) => ({ named: { id: await webhook(shop) } }),
  testWebhook: async (shop) => ({ named: { id: await webhook(shop) } }),
  deliverAgain: async (shop) => {
    const id = await webhook(shop)
    return { named: { id, delivery: String(await givenUp(shop, id)) } }
  },
  deliverAllAgain: async (shop) => {
    const id = await webhook(shop)
    await givenUp(shop, id)
    return { named: { id }, body: { since: 0 } }
  },
}

const body = (sent: unknown): Promise<Doing> => Promise.resolve({ body: sent })
const saved = (settings: object) => body({ settings, revision: 0 })
const savedOf = (id: string, settings: object): Promise<Doing> =>
  Promise.resolve({ named: { id }, body: { settings, revision: 0 } })

async function someBuyer({ stage, storeId }: Shop) {
  const buyer = await arriveAsBuyer(stage, storeId)
  await buyer.say('Good morning')
  return buyer
}

async function imported(shop: Shop, file = SAMPLE_FLOW): Promise<number> {
  return (await shop.post('/flow/import', file)).as(FlowImported).revision ?? 0
}

async function published(shop: Shop, file: string): Promise<number> {
  const answer = await shop.post('/flow/publish', { revision: await imported(shop, file) })
  return answer.as(Published).version.version
}

async function webhook(shop: Shop): Promise<string> {
  const asked = { url: 'https://receiver.example/', events: ['flow.published'] }
  return (await shop.post('/webhooks', asked)).as(WebhookCreated).webhook.id
}

/** A delivery to this endpoint that was given up. */
async function givenUp(shop: Shop, id: string): Promise<number> {
  const { delivery } = (await shop.post(`/webhooks/${id}/test`, undefined)).as(WebhookTested)
  await asOperator(shop.stage, (tx) =>
    tx.updateTable('webhookDelivery').set({ state: 'dead' }).where('id', '=', delivery).execute(),
  )
  return delivery
}
