import Type, { type Static } from 'typebox'
import { closed, ExternalRef, FlowId } from '../field.ts'
import { localText } from './local-text.ts'
import { settingBody, settingDesk } from './setting-desk.ts'

/** Rules of a store, and products of one rule (CRD-05, CRD-06). A save with more is understood, and refused in words. */
export const MAX_PRODUCT_REPLIES = 5
export const MAX_REPLY_PRODUCTS = 50

/** As it was written; whether it is a web address is said in words. */
const Address = Type.String({ maxLength: 2_000 })

/** What buyers get who send one of `products`. With an `image` or a `url` the product’s card comes with it, wearing them. */
export const ProductReply = Type.Object(
  {
    id: FlowId,
    products: Type.Array(ExternalRef, { maxItems: 1_000 }),
    text: localText(4_000),
    image: Type.Optional(Address),
    url: Type.Optional(Address),
  },
  closed,
)
export type ProductReply = Static<typeof ProductReply>

/** Product-card replies: the switch (CRD-14), and a rule per text. */
export const ProductReplies = Type.Object(
  { on: Type.Boolean(), rules: Type.Array(ProductReply, { maxItems: 100 }) },
  closed,
)
export type ProductReplies = Static<typeof ProductReplies>

export const DEFAULT_PRODUCT_REPLIES: ProductReplies = { on: true, rules: [] }

/** `GET` and `POST /api/v1/settings/product-replies`. */
export const ProductRepliesDesk = settingDesk(ProductReplies)
export const ProductRepliesBody = settingBody(ProductReplies)
