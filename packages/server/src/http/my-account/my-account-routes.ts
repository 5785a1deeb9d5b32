import { MyNameBody, MyPasswordBody, MySession, MySessions } from '@shopbell/protocol'
import Type from 'typebox'
import { changeMyPassword, renameMyself } from '../../accounts/my-account.ts'
import { endMyOtherSessions, endMySession, listMySessions } from '../../accounts/my-sessions.ts'
import { isRefused } from '../../reception/refused.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'

const ById = Type.Object({ id: MySession.properties.id })
const access = 'person'

/** What everybody may do about themselves: name, password, browsers. */
export function myAccountRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.post('/account', { config: { access }, schema: { body: MyNameBody } }, async (request, reply) => {
    await renameMyself(parts, actorOf(request), request.body.name)
    return reply.code(204).send()
  })

  app.post(
    '/account/password',
    { config: { access }, schema: { body: MyPasswordBody } },
    async (request, reply) => {
      const changed = await changeMyPassword(parts, actorOf(request), request.body, request.ip)
      return isRefused(changed) ? refuse(request, reply, changed) : reply.code(204).send()
    },
  )

  app.get(
    '/account/sessions',
    { config: { access }, schema: { response: { 200: MySessions } } },
    async (request) => listMySessions(parts, actorOf(request)),
  )

  app.delete('/account/sessions', { config: { access } }, async (request, reply) => {
    await endMyOtherSessions(parts, actorOf(request))
    return reply.code(204).send()
  })

  app.delete(
    '/account/sessions/:id',
    { config: { access }, schema: { params: ById } },
    async (request, reply) => {
      const ended = await endMySession(parts, actorOf(request), request.params.id)
      return ended ? reply.code(204).send() : refuse(request, reply, { refused: 'NOT_FOUND' })
    },
  )
}
