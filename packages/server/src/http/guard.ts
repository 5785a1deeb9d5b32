import type { TokenScope } from '@shopbell/protocol'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../accounts/actor.ts'
import { authenticate } from '../accounts/authenticate.ts'
import { ACCESS, type AccessName, takesTokens } from './access.ts'
import type { ConsoleApp } from './console-app.ts'
import type { ConsoleParts } from './console-parts.ts'
import { pageOf } from './page-of.ts'
import { type HttpRefusal, refuse } from './refuse.ts'
import { readSessionCookie } from './session-cookie.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: AccessName
    /** What an API token has to be let do here; `any`: whatever a token is for. On every route that takes tokens, and on no other. */
    scope?: TokenScope | 'any'
    /** A console that is left alone reads it by itself, as at the store's midnight: no use of the session, which ends all the same (A10). */
    unasked?: true
  }
  interface FastifyRequest {
    actor: Actor | null
  }
}

/** Who acts in a request that asked for an account; `guard` has let it through. */
export function actorOf(request: FastifyRequest): Actor {
  if (request.actor === null) throw new Error(`${request.url} reads its actor but lets anyone in`)
  return request.actor
}

/**
 * Stands before every route: finds out who acts, refuses requests that other pages sent, and lets in whom the route's `access`
 * and, with an API token, its `scope` allow. A route that does not say both does not start.
 */
export function guard(app: ConsoleApp, parts: ConsoleParts): void {
  app.decorateRequest('actor', null)

  app.addHook('onRoute', ({ config, method, url }) => {
    const route = `${String(method)} ${url}`
    if (config?.access === undefined) throw new Error(`${route} does not say whom it lets in (access)`)
    const takes = takesTokens(config.access)
    if (takes && config.scope === undefined) throw new Error(`${route} lets tokens in without a scope`)
    if (!takes && config.scope !== undefined) throw new Error(`${route} has a scope and lets no tokens in`)
  })

  app.addHook('onRequest', async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    // An address without a route is nobody's secret, but not for everybody to try out.
    const { access: name = 'account', scope = 'any', unasked = false } = request.routeOptions.config
    const bearer = bearerOf(request)
    const cookie = readSessionCookie(request, parts.ownOrigin())
    if (bearer === undefined && isForged(request, cookie !== undefined, parts.ownOrigin())) {
      return refuse(request, reply, { refused: 'ORIGIN_REFUSED' })
    }
    if (ACCESS[name] === null) return
    const actor = await authenticate(parts, bearer === undefined ? { cookie, unasked } : { apiToken: bearer })
    if (actor === null) return refuse(request, reply, bearer === undefined ? NOBODY : UNKNOWN_TOKEN)
    const refusal = refusalFor(actor, name, scope)
    if (refusal !== null) return refuse(request, reply, refusal)
    request.actor = actor
  })
}

const NOBODY: HttpRefusal = { refused: 'NOT_SIGNED_IN' }
const UNKNOWN_TOKEN: HttpRefusal = {
  refused: 'NOT_SIGNED_IN',
  message:
    'No API token that works here was shown: it is unknown, expired or taken back. Make one in the console under Account, and send it as “Authorization: Bearer sbk_…”.',
}
/** Every kind of access that is for somebody takes sessions. */
const NO_TOKENS: HttpRefusal = {
  refused: 'FORBIDDEN',
  message: 'API tokens may not do this, whatever their scopes; a person does it in the console.',
}

/** Why this route is not for this actor, by the credentials, the role and the scopes they have; null: it is. */
function refusalFor({ by, role }: Actor, name: AccessName, scope: TokenScope | 'any'): HttpRefusal | null {
  const access = ACCESS[name]
  if (access === null) return null
  if (!access.credentials.some((kind) => kind === by.kind)) return NO_TOKENS
  if (!access.roles.some((one) => one === role)) return { refused: 'FORBIDDEN' }
  if (by.kind === 'session' || scope === 'any' || by.scopes.includes(scope)) return null
  return {
    refused: 'SCOPE_MISSING',
    scope,
    message: `This API token lacks the scope ${scope}; use one that has it.`,
  }
}

/** Another page's request, or one with a cookie that does not say where it comes from. Reading is never forged: it changes nothing. */
function isForged(request: FastifyRequest, hasCookie: boolean, ownOrigin: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const page = pageOf(request.headers, ownOrigin)
  return page === 'foreign' || (page === 'unknown' && hasCookie)
}

function bearerOf(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers
  if (authorization === undefined) return undefined
  return /^Bearer ([A-Za-z0-9_-]{1,200})$/i.exec(authorization)?.[1] ?? ''
}
