import type { Phrase } from './phrase.ts'

/** The words of the page of orders in English. Written as a pair with chinese-orders.ts. */
export const ENGLISH_ORDERS = {
  'nav.orders': 'Orders',

  'orders.title': 'Orders',
  'orders.lead': 'What your shop’s system sent, the newest first. Buyers can send a card of their own.',
  'orders.search': 'Title or number',
  'orders.state': 'State',
  'orders.anyState': 'All',
  'orders.clear': 'Clear',
  'orders.table': 'Orders',
  'orders.order': 'Order',
  'orders.when': 'Ordered',
  'orders.items': 'Items',
  'orders.total': 'Total',
  'orders.buyer': 'Buyer',
  'orders.conversation': 'Conversation',
  'orders.conversationOf': 'Conversation with the buyer of {ref}',
  'orders.more': 'More',
  'orders.none': 'No orders yet. Your shop’s system sends them with PUT /api/v1/orders.',
  'orders.noneFits': 'No order fits these filters.',
  'orders.loading': 'Loading…',
} as const satisfies Record<string, Phrase>
