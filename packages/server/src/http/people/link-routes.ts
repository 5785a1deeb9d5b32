import {
  AcceptBody,
  InvitationShown,
  InvitationToken,
  ResetBody,
  ResetRequest,
  ResetRequested,
  SignedIn,
} from '@shopbell/protocol'
import { acceptInvitation, showInvitation } from '../../accounts/accept-invitation.ts'
import { requestReset, resetPassword } from '../../accounts/password-resets.ts'
import { isRefused } from '../../reception/refused.ts'
import { clientOf } from '../client-of.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { refuse } from '../refuse.ts'
import { setSessionCookie } from '../session-cookie.ts'

/** What links that work once lead to. Their tokens come in bodies, because addresses are logged. */
export function linkRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.post(
    '/invitations/look',
    { config: { access: 'anyone' }, schema: { body: InvitationToken, response: { 200: InvitationShown } } },
    async (request, reply) => {
      const shown = await showInvitation(parts, request.body.token)
      return isRefused(shown) ? refuse(request, reply, shown) : shown
    },
  )

  app.post(
    '/invitations/accept',
    { config: { access: 'anyone' }, schema: { body: AcceptBody, response: { 200: SignedIn } } },
    async (request, reply) => {
      const begun = await acceptInvitation(parts, request.body, clientOf(request))
      if (isRefused(begun)) return refuse(request, reply, begun)
      setSessionCookie(reply, parts.ownOrigin(), begun.secret)
      return begun.signedIn
    },
  )

  app.post(
    '/password-resets',
    { config: { access: 'anyone' }, schema: { body: ResetRequest, response: { 200: ResetRequested } } },
    async (request, reply) => {
      const asked = requestReset(parts, request.body.email, request.ip)
      return isRefused(asked) ? refuse(request, reply, asked) : asked
    },
  )

  app.post(
    '/password-resets/use',
    { config: { access: 'anyone' }, schema: { body: ResetBody } },
    async (request, reply) => {
      const reset = await resetPassword(parts, request.body)
      return isRefused(reset) ? refuse(request, reply, reset) : reply.code(204).send()
    },
  )
}
