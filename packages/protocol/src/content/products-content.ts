import Type, { type Static } from 'typebox'
import { closed, ExternalRef, ShownText, WebAddress } from '../field.ts'

export const ProductCard = Type.Object(
  {
    ref: ExternalRef,
    title: ShownText,
    image: Type.Optional(WebAddress),
    price: Type.Optional(Type.String({ maxLength: 60 })),
    url: Type.Optional(WebAddress),
  },
  closed,
)
export type ProductCard = Static<typeof ProductCard>

/** Product cards, resolved by the server from the store's own catalogue (REC-03, CRD-15). */
export const ProductsContent = Type.Object(
  {
    kind: Type.Literal('products'),
    text: Type.Optional(ShownText),
    items: Type.Array(ProductCard, { minItems: 1, maxItems: 10 }),
  },
  closed,
)
export type ProductsContent = Static<typeof ProductsContent>
