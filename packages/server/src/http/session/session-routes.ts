import { SignedIn, SignInBody } from '@shopbell/protocol'
import { describeSignedIn } from '../../accounts/describe-signed-in.ts'
import { signIn } from '../../accounts/sign-in.ts'
import { signOut } from '../../accounts/sign-out.ts'
import { isRefused } from '../../reception/refused.ts'
import { clientOf } from '../client-of.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '../session-cookie.ts'
import { NO_CONTENT } from '../no-content.ts'

/** Sign in, who am I, sign out. */
export function sessionRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/session',
    {
      config: { access: 'account', scope: 'any', unasked: true },
      schema: {
        operationId: 'readSession',
        summary: 'Tells who asks, and in which store.',
        response: { 200: SignedIn },
      },
    },
    async (request) => describeSignedIn(parts, actorOf(request)),
  )

  app.post(
    '/session',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'signIn',
        summary: 'Signs in with e-mail and password.',
        refuses: ['WRONG_PASSWORD', 'BUSY'],
        body: SignInBody,
        response: { 200: SignedIn },
      },
    },
    async (request, reply) => {
      const begun = await signIn(parts, request.body, clientOf(request))
      if (isRefused(begun)) return refuse(request, reply, begun)
      setSessionCookie(reply, parts.ownOrigin(), begun.secret)
      return begun.signedIn
    },
  )

  app.delete(
    '/session',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'signOut', summary: 'Signs out of this browser.', response: NO_CONTENT },
    },
    async (request, reply) => {
      const secret = readSessionCookie(request, parts.ownOrigin())
      if (secret !== undefined) await signOut(parts, secret)
      clearSessionCookie(reply, parts.ownOrigin())
      return reply.code(204).send()
    },
  )
}
