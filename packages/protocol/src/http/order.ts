import Type, { type Static } from 'typebox'
import { closed, ExternalRef, Instant, WebAddress } from '../field.ts'

/** Most orders one request puts. */
export const MAX_ORDER_BATCH = 100

const Words = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })

/**
 * An order of the shop's own system. `buyer` is whose it is: the public id of their conversation, and only that buyer sees its card
 * (CRD-15). `state` is shown as it stands.
 */
export const Order = Type.Object(
  {
    ref: ExternalRef,
    buyer: ExternalRef,
    title: Words,
    state: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    lines: Type.Array(
      Type.Object(
        {
          product: Type.Optional(ExternalRef),
          title: Words,
          quantity: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
        },
        closed,
      ),
      { maxItems: 100 },
    ),
    total: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
    url: Type.Optional(WebAddress),
    orderedAt: Instant,
  },
  closed,
)
export type Order = Static<typeof Order>

/** `PUT /api/v1/orders`: puts or replaces, by `ref`. */
export const OrderBatch = Type.Object(
  { orders: Type.Array(Order, { minItems: 1, maxItems: MAX_ORDER_BATCH }) },
  closed,
)
export type OrderBatch = Static<typeof OrderBatch>

const Count = Type.Integer({ minimum: 0 })
export const OrdersPut = Type.Object({ created: Count, updated: Count }, closed)
export type OrdersPut = Static<typeof OrdersPut>

/**
 * `GET /api/v1/orders?text=&buyer=&state=&before=&limit=`: the newest first; `text` is looked for in ref and title. `next` is the `before` of the
 * page below; the first page has the `states` that orders of the store are in (TRD-05).
 */
export const OrderList = Type.Object(
  {
    orders: Type.Array(Order),
    next: Type.Optional(Type.String({ maxLength: 3_000 })),
    states: Type.Optional(Type.Array(Type.String({ maxLength: 60 }))),
  },
  closed,
)
export type OrderList = Static<typeof OrderList>

/** The query of `DELETE /api/v1/orders`. */
export const OrderQuery = Type.Object({ ref: ExternalRef }, closed)
