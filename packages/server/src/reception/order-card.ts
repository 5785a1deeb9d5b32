import type { Order, OrderContent } from '@shopbell/protocol'

/** An order as its own buyer sees it (CRD-15). */
export function orderCard({ ref, title, state, lines, url }: Order): OrderContent {
  return {
    kind: 'order',
    ref,
    title,
    status: state,
    items: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    ...(url === undefined ? {} : { url }),
  }
}
