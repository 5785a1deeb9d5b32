import { MAX_PAGE_ROWS, OrderBatch, OrderList, OrderQuery, OrdersPut } from '@shopbell/protocol'
import Type from 'typebox'
import { putOrders, readOrders, removeOrder } from '../../catalogue/order-list.ts'
import { isRefused } from '../../reception/refused.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { limitOf, limitUpTo, OrderPlace } from '../page-query.ts'
import { refuse } from '../refuse.ts'
import { NO_CONTENT } from '../no-content.ts'

const Ref = OrderQuery.properties.ref
const ListQuery = Type.Object(
  {
    text: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    buyer: Type.Optional(Ref),
    state: Type.Optional(Type.String({ maxLength: 60 })),
    before: OrderPlace,
    limit: limitUpTo(MAX_PAGE_ROWS),
  },
  { additionalProperties: false },
)

/** The orders of the shop's own system, as it tells them (TRD-05). */
export function orderRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/orders',
    {
      config: { access: 'account', scope: 'orders:read' },
      schema: {
        operationId: 'listOrders',
        summary: 'Lists the orders the shop’s own system told of, the newest first.',
        querystring: ListQuery,
        response: { 200: OrderList },
      },
    },
    (request) => {
      const limit = limitOf(request.query.limit, MAX_PAGE_ROWS)
      return readOrders(parts, actorOf(request), { ...request.query, limit })
    },
  )

  app.put(
    '/orders',
    {
      config: { access: 'robotKeeper', scope: 'orders:write' },
      schema: {
        operationId: 'putOrders',
        summary: 'Puts or replaces orders by their ref, all of them or none.',
        refuses: ['CATALOGUE_UNFIT'],
        body: OrderBatch,
        response: { 200: OrdersPut },
      },
    },
    async (request, reply) => {
      const put = await putOrders(parts, actorOf(request), request.body.orders)
      return isRefused(put) ? refuse(request, reply, put) : put
    },
  )

  app.delete(
    '/orders',
    {
      config: { access: 'robotKeeper', scope: 'orders:write' },
      schema: {
        operationId: 'removeOrder',
        summary: 'Takes an order away.',
        refuses: ['NOT_FOUND'],
        querystring: OrderQuery,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const removed = await removeOrder(parts, actorOf(request), request.query.ref)
      if (!removed) return refuse(request, reply, { refused: 'NOT_FOUND' })
      return reply.code(204).send()
    },
  )
}
