import type { MessageContent, ProductReply } from '@shopbell/protocol'
import type { NamedProducts } from './named-products.svelte.ts'
import type { Saying } from './sample-talk.ts'

/** A buyer who sends the first product of a reply, and what they get, in their language. */
export function replySayings(
  { products, image, url }: ProductReply,
  text: string,
  named: NamedProducts,
): readonly Saying[] {
  const [ref] = products
  if (ref === undefined) return []
  const product = named.get(ref)
  const card = {
    ref,
    title: named.title(ref),
    ...(product?.image === undefined ? {} : { image: product.image }),
    ...(product?.price === undefined ? {} : { price: product.price }),
  }
  const worn = { ...card, ...(image ? { image } : {}), ...(url ? { url } : {}) }
  const reply: MessageContent =
    image || url ? { kind: 'products', text, items: [worn] } : { kind: 'text', text }
  return [
    { kind: 'buyer', content: { kind: 'products', items: [card] } },
    ...(text.trim() === '' ? [] : [{ kind: 'product_card_reply', content: reply } as const]),
  ]
}
