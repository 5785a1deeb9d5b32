import type { FastifyReply, FastifyRequest } from 'fastify'
import { SESSION_ABSOLUTE_MS } from '../accounts/session-lifetime.ts'

/** `__Host-` makes browsers insist on Secure, Path=/ and no Domain; it needs https, so plain http gets another name. */
function cookieName(ownOrigin: string): string {
  return isSecure(ownOrigin) ? '__Host-shopbell-session' : 'shopbell-session'
}

export function readSessionCookie(request: FastifyRequest, ownOrigin: string): string | undefined {
  return request.cookies[cookieName(ownOrigin)]
}

export function setSessionCookie(reply: FastifyReply, ownOrigin: string, secret: string): void {
  void reply.setCookie(cookieName(ownOrigin), secret, {
    ...flags(ownOrigin),
    maxAge: SESSION_ABSOLUTE_MS / 1_000,
  })
}

export function clearSessionCookie(reply: FastifyReply, ownOrigin: string): void {
  void reply.clearCookie(cookieName(ownOrigin), flags(ownOrigin))
}

/** No script reads it, no other site's form sends it. */
function flags(ownOrigin: string) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(ownOrigin) } as const
}

function isSecure(ownOrigin: string): boolean {
  return ownOrigin.startsWith('https:')
}
