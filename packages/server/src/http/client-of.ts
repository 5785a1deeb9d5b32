import type { FastifyRequest } from 'fastify'
import type { Client } from '../accounts/client.ts'

/** Real browsers stay below it; the rest is somebody's joke. */
const MAX_BROWSER_UNITS = 300

/** Where a request comes from. The browser's own words are made well-formed, because they are kept and shown. */
export function clientOf({ ip, headers }: FastifyRequest): Client {
  const browser = headers['user-agent']
  return {
    address: ip,
    browser: browser === undefined ? null : browser.slice(0, MAX_BROWSER_UNITS).toWellFormed(),
  }
}
