import type { FastifyRequest } from 'fastify'
import type { ConsoleApp } from './console-app.ts'

/** Says with every page of a list, in the header `Link` (RFC 8288), where the next one is: whatever was asked for, from `next` on. */
export function linkNext(app: ConsoleApp): void {
  app.addHook('preSerialization', async (request, reply, answer: unknown) => {
    const next = takesBefore(request) ? nextOf(answer) : null
    if (next !== null) void reply.header('link', `<${addressOf(request.url, next)}>; rel="next"`)
    return answer
  })
}

function takesBefore({ routeOptions }: FastifyRequest): boolean {
  const query: unknown = routeOptions.schema?.querystring
  if (typeof query !== 'object' || query === null || !('properties' in query)) return false
  return typeof query.properties === 'object' && query.properties !== null && 'before' in query.properties
}

function nextOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('next' in answer)) return null
  return typeof answer.next === 'string' || typeof answer.next === 'number' ? String(answer.next) : null
}

/** The same address with another `before`. */
function addressOf(url: string, next: string): string {
  const [path = '', query] = url.split('?')
  const asked = new URLSearchParams(query)
  asked.set('before', next)
  return `${path}?${asked.toString()}`
}
