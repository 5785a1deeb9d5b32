import { ApiToken, ApiTokenBody, ApiTokenCreated, ApiTokenList } from '@shopbell/protocol'
import Type from 'typebox'
import { createApiToken, listApiTokens, revokeApiToken } from '../../accounts/api-tokens.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'
import { NO_CONTENT } from '../no-content.ts'

const ById = Type.Object({ id: ApiToken.properties.id })

/** Keys for programs. They act as the account that made them, within their scopes; each is shown once. */
export function apiTokenRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/api-tokens',
    {
      config: { access: 'keyKeeper' },
      schema: {
        operationId: 'listApiTokens',
        summary: 'Lists the store’s API tokens, without their secrets.',
        response: { 200: ApiTokenList },
      },
    },
    async (request) => ({ tokens: await listApiTokens(parts, actorOf(request)) }),
  )

  app.post(
    '/api-tokens',
    {
      config: { access: 'keyKeeper' },
      schema: {
        operationId: 'createApiToken',
        summary: 'Makes an API token and shows it this once.',
        body: ApiTokenBody,
        response: { 200: ApiTokenCreated },
      },
    },
    async (request) => createApiToken(parts, actorOf(request), request.body),
  )

  app.delete(
    '/api-tokens/:id',
    {
      config: { access: 'keyKeeper' },
      schema: {
        operationId: 'revokeApiToken',
        summary: 'Takes an API token back, at once.',
        params: ById,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const revoked = await revokeApiToken(parts, actorOf(request), request.params.id)
      if (!revoked) return refuse(request, reply, { refused: 'NOT_FOUND' })
      return reply.code(204).send()
    },
  )
}
