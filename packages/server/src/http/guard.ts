import type { FastifyRequest } from 'fastify'
import type { Actor } from '../accounts/actor.ts'
import { authenticate } from '../accounts/authenticate.ts'
import { ACCESS, type AccessName } from './access.ts'
import type { ConsoleApp } from './console-app.ts'
import type { ConsoleParts } from './console-parts.ts'
import { pageOf } from './page-of.ts'
import { refuse } from './refuse.ts'
import { readSessionCookie } from './session-cookie.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: AccessName
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
 * allows. A route without `access` does not start.
 */
export function guard(app: ConsoleApp, parts: ConsoleParts): void {
  app.decorateRequest('actor', null)

  app.addHook('onRoute', ({ config, method, url }) => {
    if (config?.access === undefined)
      throw new Error(`${String(method)} ${url} does not say whom it lets in (access)`)
  })

  app.addHook('onRequest', async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    const access = ACCESS[request.routeOptions.config.access ?? 'person']
    const bearer = bearerOf(request)
    const cookie = readSessionCookie(request, parts.ownOrigin())
    if (bearer === undefined && isForged(request, cookie !== undefined, parts.ownOrigin())) {
      return refuse(request, reply, { refused: 'ORIGIN_REFUSED' })
    }
    if (access === null) return
    const actor = await authenticate(parts, bearer === undefined ? { cookie } : { apiToken: bearer })
    if (actor === null) return refuse(request, reply, { refused: 'NOT_SIGNED_IN' })
    const { credentials, roles } = access
    if (
      !credentials.some((credential) => credential === actor.by.kind) ||
      !roles.some((role) => role === actor.role)
    ) {
      return refuse(request, reply, { refused: 'FORBIDDEN' })
    }
    request.actor = actor
  })
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
