import { isIP } from 'node:net'
import type { AllowedPlaces } from './allowed-places.ts'

/** Why nothing is sent to an address, in a sentence that says what to do; null: it may be tried. Who answers there is checked at every connect. */
export function urlFault(text: string, places: AllowedPlaces): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return 'This is no web address; give one that begins with https://.'
  if (url.username !== '' || url.password !== '')
    return 'An address with a user name or a password in it is not used; the signature says who sends.'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (isIP(host) !== 0 && !places.mayReach(host, host))
    return 'This address is not on the public net; give one that is, or ask who runs the server to allow it (SHOPBELL_WEBHOOK_ALLOW).'
  if (places.isNamed(host)) return null
  if (url.protocol !== 'https:')
    return 'Messages of buyers are not sent unencrypted; give an address that begins with https://.'
  if (url.port !== '') return 'Only the port of https (443) is used; leave the port out.'
  if (/(^|\.)localhost\.?$/i.test(host))
    return 'This name means the server itself; give an address on the public net.'
  return null
}
