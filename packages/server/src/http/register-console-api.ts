import cookie from '@fastify/cookie'
import type { FastifyInstance } from 'fastify'
import { createPasswordHasher } from '../accounts/password-hasher.ts'
import { createSignInLimits } from '../accounts/sign-in-limits.ts'
import { answerError } from './answer-error.ts'
import { documentRoutes } from './api-document/document-routes.ts'
import { noteRoutes } from './api-document/route-note.ts'
import { apiTokenRoutes } from './api-tokens/api-token-routes.ts'
import { attendanceRoutes } from './attendance/attendance-routes.ts'
import { auditRoutes } from './audit/audit-routes.ts'
import type { SchemaTypes } from './console-app.ts'
import type { ConsoleParts } from './console-parts.ts'
import { answerRoutes } from './answers/answer-routes.ts'
import { orderRoutes } from './catalogue/order-routes.ts'
import { productImportRoute } from './catalogue/product-import-route.ts'
import { productRoutes } from './catalogue/product-routes.ts'
import { contactRoutes } from './contacts/contact-routes.ts'
import { conversationRoutes } from './conversations/conversation-routes.ts'
import { privacyRoutes } from './conversations/privacy-routes.ts'
import { searchRoutes } from './conversations/search-routes.ts'
import { draftRoutes } from './flow/draft-routes.ts'
import { flowRoutes } from './flow/flow-routes.ts'
import { importRoute } from './flow/import-route.ts'
import { extensionRoutes } from './extensions/extension-routes.ts'
import { guard } from './guard.ts'
import { letterRoutes } from './letters/letter-routes.ts'
import { linkNext } from './link-next.ts'
import { limitRequests } from './limit-requests.ts'
import { noteMethods } from './note-methods.ts'
import { passkeyRoutes } from './passkeys/passkey-routes.ts'
import { myAccountRoutes } from './my-account/my-account-routes.ts'
import { linkRoutes } from './people/link-routes.ts'
import { peopleRoutes } from './people/people-routes.ts'
import { refuse } from './refuse.ts'
import { repeatRequests } from './repeat-requests.ts'
import { checkAnswer, checkRequest } from './schema-compilers.ts'
import { sessionRoutes } from './session/session-routes.ts'
import { profileRoutes } from './settings/profile-routes.ts'
import { messageRuleRoutes } from './settings/message-rule-routes.ts'
import { receptionRoutes } from './settings/reception-routes.ts'
import { statusRoutes } from './settings/status-routes.ts'
import { setupRoutes } from './setup/setup-routes.ts'
import { storeRoutes } from './stores/store-routes.ts'
import { socketTicketRoutes } from './socket-tickets/socket-ticket-routes.ts'
import { deliveryRoutes } from './webhooks/delivery-routes.ts'
import { webhookRoutes } from './webhooks/webhook-routes.ts'
import { widgetRoutes } from './widget/widget-routes.ts'

/** What the server lends the console's API; it makes the rest itself. */
export type ConsoleApiParts = Omit<ConsoleParts, 'passwords' | 'signInLimits'>

/**
 * Serves `/api/v1/*`: accounts, the inbox, the flow and its versions, with the bodies that `@shopbell/protocol` fixes.
 *
 * ```
 * request ─▶ limitRequests   too many of one address ─▶ TOO_MANY
 *         ─▶ guard            other page ─▶ ORIGIN_REFUSED   nobody ─▶ NOT_SIGNED_IN   wrong role ─▶ FORBIDDEN
 *                             a token without the scope ─▶ SCOPE_MISSING
 *         ─▶ body parser      not JSON ─▶ NOT_JSON           too big ─▶ TOO_BIG
 *         ─▶ checkRequest     unknown key, wrong type ─▶ NOT_UNDERSTOOD   NUL, half a surrogate pair ─▶ BAD_TEXT
 *         ─▶ repeatRequests   done before ─▶ that answer      the key is another request's ─▶ IDEMPOTENCY_REUSED
 *         ─▶ the use case     a refusal of the catalogue
 *         ─▶ checkAnswer      exactly what the schema lists leaves
 * ```
 */
export async function registerConsoleApi(app: FastifyInstance, lent: ConsoleApiParts): Promise<void> {
  const parts: ConsoleParts = {
    ...lent,
    passwords: createPasswordHasher(),
    signInLimits: createSignInLimits(lent.clock),
  }
  await app.register(
    async (scope) => {
      // JSON is the only language here: a form of another site cannot speak it without asking first.
      scope.removeContentTypeParser('text/plain')
      scope.setValidatorCompiler(checkRequest)
      scope.setSerializerCompiler(checkAnswer)
      scope.setErrorHandler(answerError)
      const methodsOf = noteMethods(scope)
      scope.setNotFoundHandler((request, reply) => {
        const methods = methodsOf(request.url)
        if (methods.length === 0) return refuse(request, reply, { refused: 'NOT_FOUND' })
        void reply.header('allow', methods.join(', '))
        return refuse(request, reply, { refused: 'METHOD_NOT_ALLOWED' })
      })
      await scope.register(cookie)

      const notes = noteRoutes(scope)
      const api = scope.withTypeProvider<SchemaTypes>()
      limitRequests(api)
      guard(api, parts)
      repeatRequests(api, parts)
      linkNext(api)
      documentRoutes(api, notes)
      setupRoutes(api, parts)
      sessionRoutes(api, parts)
      socketTicketRoutes(api, parts)
      apiTokenRoutes(api, parts)
      letterRoutes(api, parts)
      passkeyRoutes(api, parts)
      searchRoutes(api, parts)
      linkRoutes(api, parts)
      myAccountRoutes(api, parts)
      peopleRoutes(api, parts)
      storeRoutes(api, parts)
      auditRoutes(api, parts)
      conversationRoutes(api, parts)
      privacyRoutes(api, parts)
      contactRoutes(api, parts)
      answerRoutes(api, parts)
      attendanceRoutes(api, parts)
      draftRoutes(api, parts)
      flowRoutes(api, parts)
      extensionRoutes(api, parts)
      widgetRoutes(api, parts)
      profileRoutes(api, parts)
      receptionRoutes(api, parts)
      statusRoutes(api, parts)
      messageRuleRoutes(api, parts)
      productRoutes(api, parts)
      orderRoutes(api, parts)
      webhookRoutes(api, parts)
      deliveryRoutes(api, parts)
      await api.register(async (importing) => {
        productImportRoute(importing.withTypeProvider<SchemaTypes>(), parts)
      })
      await api.register(async (importing) => {
        importRoute(importing.withTypeProvider<SchemaTypes>(), parts)
      })
    },
    { prefix: '/api/v1' },
  )
}
