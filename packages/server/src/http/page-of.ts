import type { IncomingHttpHeaders } from 'node:http'

/**
 * Which page sent a request, as the browser says (cross-site request forgery, ASVS 3.5): the console's own, another one, or no
 * browser at all. Browsers send `Origin` with whatever may change something; `Sec-Fetch-Site` speaks where it is missing. Two
 * `Origin` headers arrive joined and equal nothing.
 */
export function pageOf(headers: IncomingHttpHeaders, ownOrigin: string): 'own' | 'foreign' | 'unknown' {
  const { origin, 'sec-fetch-site': site } = headers
  if (origin !== undefined && origin !== ownOrigin) return 'foreign'
  if (site !== undefined && site !== 'same-origin') return 'foreign'
  return origin === undefined && site === undefined ? 'unknown' : 'own'
}
