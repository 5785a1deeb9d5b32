import {
  CardListBody,
  CardListDesk,
  MenuBody,
  MenuDesk,
  ProductRepliesBody,
  ProductRepliesDesk,
} from '@shopbell/protocol'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isRefused } from '../../reception/refused.ts'
import { CARD_LIST, MENU, PRODUCT_REPLIES } from '../../settings/message-rules.ts'
import { readStoreSetting, saveStoreSetting, type SettingRefused } from '../../settings/store-setting.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'

/** What the robot says beside the flow: to a card (CRD-01…CRD-14), and by the self-service menu (MNU-01…MNU-05). */
export function messageRuleRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  const reading = { access: 'account', scope: 'settings:read' } as const
  const everybody = { access: 'account', scope: 'settings:write' } as const
  const keepers = { access: 'robotKeeper', scope: 'settings:write' } as const

  const replies = { 200: ProductRepliesDesk }
  app.get(
    '/settings/product-replies',
    {
      config: reading,
      schema: {
        operationId: 'readProductReplies',
        summary: 'Reads what buyers get who send a product.',
        response: replies,
      },
    },
    (request) => readStoreSetting(parts, actorOf(request), PRODUCT_REPLIES),
  )
  app.post(
    '/settings/product-replies',
    {
      config: everybody,
      schema: {
        operationId: 'saveProductReplies',
        summary: 'Saves what buyers get who send a product.',
        refuses: ['SETTINGS_MOVED', 'RULES_UNFIT'],
        body: ProductRepliesBody,
        response: replies,
      },
    },
    async (request, reply) =>
      answer(request, reply, await saveStoreSetting(parts, actorOf(request), PRODUCT_REPLIES, request.body)),
  )

  const list = { 200: CardListDesk }
  app.get(
    '/settings/card-list',
    {
      config: reading,
      schema: {
        operationId: 'readCardList',
        summary: 'Reads the questions that come with an order or a product.',
        response: list,
      },
    },
    (request) => readStoreSetting(parts, actorOf(request), CARD_LIST),
  )
  app.post(
    '/settings/card-list',
    {
      config: keepers,
      schema: {
        operationId: 'saveCardList',
        summary: 'Saves the questions that come with an order or a product.',
        refuses: ['SETTINGS_MOVED', 'RULES_UNFIT'],
        body: CardListBody,
        response: list,
      },
    },
    async (request, reply) =>
      answer(request, reply, await saveStoreSetting(parts, actorOf(request), CARD_LIST, request.body)),
  )

  const menu = { 200: MenuDesk }
  app.get(
    '/settings/menu',
    {
      config: reading,
      schema: { operationId: 'readMenu', summary: 'Reads the self-service menu.', response: menu },
    },
    (request) => readStoreSetting(parts, actorOf(request), MENU),
  )
  app.post(
    '/settings/menu',
    {
      config: keepers,
      schema: {
        operationId: 'saveMenu',
        summary: 'Saves the self-service menu.',
        refuses: ['SETTINGS_MOVED', 'RULES_UNFIT'],
        body: MenuBody,
        response: menu,
      },
    },
    async (request, reply) =>
      answer(request, reply, await saveStoreSetting(parts, actorOf(request), MENU, request.body)),
  )
}

function answer<Desk extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  saved: Desk | SettingRefused,
): Desk | undefined {
  if (!isRefused(saved)) return saved
  const { problems, ...refused } = saved
  // What names things for the console's own words is not part of the answer.
  const told = problems?.map(({ code, severity, at, message }) => ({ code, severity, at, message }))
  refuse(request, reply, { ...refused, ...(told === undefined ? {} : { problems: told }) })
  return undefined
}
