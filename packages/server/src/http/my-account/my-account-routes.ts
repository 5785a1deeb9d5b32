import { MyNameBody, MyPasswordBody, MySession, MySessions } from '@shopbell/protocol'
import Type from 'typebox'
import { changeMyPassword, renameMyself } from '../../accounts/my-account.ts'
import { endMyOtherSessions, endMySession, listMySessions } from '../../accounts/my-sessions.ts'
import { isRefused } from '../../reception/refused.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'
import { NO_CONTENT } from '../no-content.ts'

const ById = Type.Object({ id: MySession.properties.id })
const access = 'person'

/** What everybody may do about themselves: name, password, browsers. */
export function myAccountRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.post(
    '/account',
    {
      config: { access },
      schema: {
        operationId: 'renameMyself',
        summary: 'Changes what colleagues and buyers of this store call you.',
        body: MyNameBody,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      await renameMyself(parts, actorOf(request), request.body.name)
      return reply.code(204).send()
    },
  )

  app.post(
    '/account/password',
    {
      config: { access },
      schema: {
        operationId: 'changeMyPassword',
        summary: 'Changes your password and signs out all your other browsers.',
        refuses: ['PASSWORD_DIFFERS', 'BUSY'],
        body: MyPasswordBody,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const changed = await changeMyPassword(parts, actorOf(request), request.body, request.ip)
      return isRefused(changed) ? refuse(request, reply, changed) : reply.code(204).send()
    },
  )

  app.get(
    '/account/sessions',
    {
      config: { access },
      schema: {
        operationId: 'listMySessions',
        summary: 'Lists the browsers in which you are signed in.',
        response: { 200: MySessions },
      },
    },
    async (request) => listMySessions(parts, actorOf(request)),
  )

  app.delete(
    '/account/sessions',
    {
      config: { access },
      schema: {
        operationId: 'endMyOtherSessions',
        summary: 'Signs you out in every browser but this one.',
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      await endMyOtherSessions(parts, actorOf(request))
      return reply.code(204).send()
    },
  )

  app.delete(
    '/account/sessions/:id',
    {
      config: { access },
      schema: {
        operationId: 'endMySession',
        summary: 'Signs you out in one browser.',
        params: ById,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const ended = await endMySession(parts, actorOf(request), request.params.id)
      return ended ? reply.code(204).send() : refuse(request, reply, { refused: 'NOT_FOUND' })
    },
  )
}
