import Type, { type Static } from 'typebox'
import { closed, ExternalRef, ShownText, WebAddress } from '../field.ts'

/** An order card, shown only to its own buyer (CRD-15). */
export const OrderContent = Type.Object(
  {
    kind: Type.Literal('order'),
    ref: ExternalRef,
    title: ShownText,
    status: ShownText,
    items: Type.Integer({ minimum: 0 }),
    url: Type.Optional(WebAddress),
  },
  closed,
)
export type OrderContent = Static<typeof OrderContent>
