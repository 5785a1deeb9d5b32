import type { ProductReplies, ProductReply } from '@shopbell/protocol'
import type { Rule } from './rule.ts'

export const FIND_PRODUCT_REPLY: Rule = {
  ids: ['CRD-04', 'CRD-07', 'CRD-14'],
  says: 'A product that the shop wrote a reply for brings that reply each time it is sent, also while the reception is off. A product has one reply at most; one switch turns all of them off.',
  reads: [],
}

/** The reply a product brings (CRD-04); null: it has none, or the replies are switched off (CRD-14). */
export function findProductReply(ref: string, { on, rules }: ProductReplies): ProductReply | null {
  return (on && rules.find(({ products }) => products.includes(ref))) || null
}
