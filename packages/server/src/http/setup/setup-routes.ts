import { SetupBody, SetupState, SignedIn } from '@shopbell/protocol'
import { isSetupNeeded } from '../../accounts/setup-token.ts'
import { setUpOwner } from '../../accounts/set-up-owner.ts'
import { isRefused } from '../../reception/refused.ts'
import { clientOf } from '../client-of.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { refuse } from '../refuse.ts'
import { setSessionCookie } from '../session-cookie.ts'

/** First run: the one-time link's token creates the owner's account and signs in. */
export function setupRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/setup',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'readSetup',
        summary: 'Tells whether this server still waits for its owner.',
        response: { 200: SetupState },
      },
    },
    async () => ({ needed: await isSetupNeeded(parts) }),
  )

  app.post(
    '/setup',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'setUpOwner',
        summary: 'Creates the owner’s account with the token of the one-time link, and signs in.',
        refuses: ['SETUP_TOKEN_UNKNOWN', 'SETUP_DONE', 'BUSY'],
        body: SetupBody,
        response: { 200: SignedIn },
      },
    },
    async (request, reply) => {
      const begun = await setUpOwner(parts, request.body, clientOf(request))
      if (isRefused(begun)) return refuse(request, reply, begun)
      setSessionCookie(reply, parts.ownOrigin(), begun.secret)
      return begun.signedIn
    },
  )
}
