import {
  DeliveryId,
  DeliveryList,
  DeliveryState,
  MAX_PAGE_ROWS,
  RedeliverBody,
  Redelivered,
  Webhook,
} from '@shopbell/protocol'
import Type from 'typebox'
import { isRefused } from '../../reception/refused.ts'
import { deliverAgain } from '../../webhooks/deliver-again.ts'
import { listDeliveries } from '../../webhooks/list-deliveries.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { limitOf, limitUpTo } from '../page-query.ts'
import { refuse } from '../refuse.ts'

const ById = Type.Object({ id: Webhook.properties.id })
const ByDelivery = Type.Object({ id: Webhook.properties.id, delivery: DeliveryId })
/** Queries are texts; nothing is coerced. */
const Page = Type.Object(
  {
    state: Type.Optional(DeliveryState),
    before: Type.Optional(DeliveryId),
    limit: limitUpTo(MAX_PAGE_ROWS),
  },
  { additionalProperties: false },
)

/** What became of everything an endpoint was to be told, and trying again what was given up. */
export function deliveryRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  const reading = { access: 'robotKeeper', scope: 'webhooks:read' } as const
  const config = { access: 'robotKeeper', scope: 'webhooks:write' } as const

  app.get(
    '/webhooks/:id/deliveries',
    {
      config: reading,
      schema: {
        operationId: 'listDeliveries',
        summary: 'Lists what an endpoint was to be told, and what became of it, the newest first.',
        refuses: ['NOT_FOUND'],
        params: ById,
        querystring: Page,
        response: { 200: DeliveryList },
      },
    },
    async (request, reply) => {
      const { state, before, limit } = request.query
      const listed = await listDeliveries(parts, actorOf(request), request.params.id, {
        limit: limitOf(limit, MAX_PAGE_ROWS),
        ...(state === undefined ? {} : { state }),
        ...(before === undefined ? {} : { before: Number(before) }),
      })
      return isRefused(listed) ? refuse(request, reply, listed) : listed
    },
  )

  app.post(
    '/webhooks/:id/deliveries/:delivery/again',
    {
      config,
      schema: {
        operationId: 'deliverAgain',
        summary: 'Tries a delivery that was given up once more.',
        refuses: ['NOT_FOUND'],
        params: ByDelivery,
        response: { 200: Redelivered },
      },
    },
    async (request, reply) => {
      const { id, delivery } = request.params
      const again = await deliverAgain(parts, actorOf(request), id, { id: Number(delivery) })
      return isRefused(again) ? refuse(request, reply, again) : again
    },
  )

  app.post(
    '/webhooks/:id/deliveries/again',
    {
      config,
      schema: {
        operationId: 'deliverAllAgain',
        summary: 'Tries everything again that was given up since an instant.',
        refuses: ['NOT_FOUND'],
        params: ById,
        body: RedeliverBody,
        response: { 200: Redelivered },
      },
    },
    async (request, reply) => {
      const again = await deliverAgain(parts, actorOf(request), request.params.id, request.body)
      return isRefused(again) ? refuse(request, reply, again) : again
    },
  )
}
