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
import { NO_CONTENT } from '../no-content.ts'

/** What links that work once lead to. Their tokens come in bodies, because addresses are logged. */
export function linkRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.post(
    '/invitations/look',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'lookAtInvitation',
        summary: 'Shows what an invitation’s link is for.',
        refuses: ['LINK_UNKNOWN'],
        body: InvitationToken,
        response: { 200: InvitationShown },
      },
    },
    async (request, reply) => {
      const shown = await showInvitation(parts, request.body.token)
      return isRefused(shown) ? refuse(request, reply, shown) : shown
    },
  )

  app.post(
    '/invitations/accept',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'acceptInvitation',
        summary: 'Accepts an invitation: makes the account and signs in.',
        refuses: ['LINK_UNKNOWN', 'WRONG_PASSWORD', 'BUSY'],
        body: AcceptBody,
        response: { 200: SignedIn },
      },
    },
    async (request, reply) => {
      const begun = await acceptInvitation(parts, request.body, clientOf(request))
      if (isRefused(begun)) return refuse(request, reply, begun)
      setSessionCookie(reply, parts.ownOrigin(), begun.secret)
      return begun.signedIn
    },
  )

  app.post(
    '/password-resets',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'requestPasswordReset',
        summary: 'Asks for a link that sets a new password; the answer is the same for whomever.',
        body: ResetRequest,
        response: { 200: ResetRequested },
      },
    },
    async (request, reply) => {
      const asked = requestReset(parts, request.body.email, request.ip)
      return isRefused(asked) ? refuse(request, reply, asked) : asked
    },
  )

  app.post(
    '/password-resets/use',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'resetPassword',
        summary: 'Sets a new password with the token of a link, and ends all sessions of the person.',
        refuses: ['LINK_UNKNOWN', 'BUSY'],
        body: ResetBody,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const reset = await resetPassword(parts, request.body)
      return isRefused(reset) ? refuse(request, reply, reset) : reply.code(204).send()
    },
  )
}
