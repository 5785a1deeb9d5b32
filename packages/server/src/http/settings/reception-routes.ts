import { OwnReceptionBody, ReceptionBody, ReceptionCopies, ReceptionDesk } from '@shopbell/protocol'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { isRefused } from '../../reception/refused.ts'
import { copyReception } from '../../settings/copy-reception.ts'
import { readReceptionDesk } from '../../settings/reception-desk.ts'
import { type HoursRefused, saveReception } from '../../settings/save-reception.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'

const ByAccount = Type.Object({ id: ReceptionCopies.properties.to.items })

/** When the robot receives buyers, and when people do (SCH-01…SCH-12, PRM-01, PRM-04). */
export function receptionRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  const at = '/settings/reception'
  const response = { 200: ReceptionDesk }
  const reading = { access: 'account', scope: 'settings:read' } as const
  const everybody = { access: 'account', scope: 'settings:write' } as const
  const keepers = { access: 'robotKeeper', scope: 'settings:write' } as const
  const answer = (request: FastifyRequest, reply: FastifyReply, saved: ReceptionDesk | HoursRefused) =>
    isRefused(saved) ? refuse(request, reply, saved) : saved

  app.get(
    at,
    {
      config: reading,
      schema: {
        operationId: 'readReceptionHours',
        summary: 'Reads when the robot receives buyers and when people do.',
        response,
      },
    },
    (request) => readReceptionDesk(parts, actorOf(request)),
  )

  app.post(
    at,
    {
      config: keepers,
      schema: {
        operationId: 'saveReceptionHours',
        summary: 'Saves the store’s hours.',
        refuses: ['SETTINGS_MOVED', 'HOURS_UNFIT'],
        body: ReceptionBody,
        response,
      },
    },
    async (request, reply) =>
      answer(
        request,
        reply,
        await saveReception(parts, actorOf(request), { scope: 'store', ...request.body }),
      ),
  )

  app.post(
    `${at}/mine`,
    {
      config: everybody,
      schema: {
        operationId: 'saveMyReceptionHours',
        summary: 'Saves one’s own hours, or follows the store again.',
        refuses: ['SETTINGS_MOVED', 'HOURS_UNFIT'],
        body: OwnReceptionBody,
        response,
      },
    },
    async (request, reply) =>
      answer(
        request,
        reply,
        await saveReception(parts, actorOf(request), { scope: 'self', ...request.body }),
      ),
  )

  app.post(
    `${at}/accounts/:id`,
    {
      config: keepers,
      schema: {
        operationId: 'saveReceptionHoursOf',
        summary: 'Saves an account’s own hours, or lets it follow the store again.',
        refuses: ['SETTINGS_MOVED', 'HOURS_UNFIT'],
        params: ByAccount,
        body: OwnReceptionBody,
        response,
      },
    },
    async (request, reply) => {
      const scope = { account: request.params.id }
      return answer(request, reply, await saveReception(parts, actorOf(request), { scope, ...request.body }))
    },
  )

  app.post(
    `${at}/copies`,
    {
      config: keepers,
      schema: {
        operationId: 'copyReceptionHours',
        summary: 'Gives the store’s hours to accounts as their own, all of them or none.',
        refuses: ['NOT_FOUND'],
        body: ReceptionCopies,
        response,
      },
    },
    async (request, reply) =>
      answer(request, reply, await copyReception(parts, actorOf(request), request.body.to)),
  )
}
