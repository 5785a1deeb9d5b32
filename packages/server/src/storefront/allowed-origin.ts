/** `https://*.shop.example`: all sub-domains, however deep, and not the domain itself. */
const WILDCARD = 'https://*.'
/** Stands for the star while the rest is read as an address. */
const ANY_NAME = 'any-name'
const SCHEME = /^https?:\/\//i
/** A name with a dot in it, and perhaps a port and a path: what people write who leave out `https://`. */
const BARE = /^(?:[^\s:/?#@]+\.[^\s:/?#@]+|localhost)(?::\d+)?(?:[/?#].*)?$/i

/**
 * Reads what a seller writes as an origin that may show the chat: `shop.example`, an address copied from the browser, or a
 * wildcard. Gives the origin as browsers spell it; null where it is none.
 */
export function readAllowedOrigin(written: string): string | null {
  const text = written.trim()
  if (!SCHEME.test(text) && !BARE.test(text)) return null
  const address = SCHEME.test(text) ? text : `https://${text}`
  const isWildcard = address.toLowerCase().startsWith(WILDCARD)
  const url = URL.parse(isWildcard ? address.replace('*', ANY_NAME) : address)
  if (url === null || !isSite(url)) return null
  if (!isWildcard) return url.hostname.includes('*') ? null : url.origin
  const domain = url.hostname.slice(ANY_NAME.length + 1)
  if (domain.includes('*') || domain.split('.').length < 2 || /^[\d.]+$/.test(domain)) return null
  return `${WILDCARD}${domain}${url.port === '' ? '' : `:${url.port}`}`
}

/** Says whether a page of this origin, as a browser names it, may show the chat. No list: any page may. */
export function isAllowedOrigin(allowed: readonly string[], origin: string | undefined): boolean {
  if (allowed.length === 0) return true
  return origin !== undefined && allowed.some((one) => one === origin || isSubdomain(one, origin))
}

function isSubdomain(wildcard: string, origin: string): boolean {
  if (!wildcard.startsWith(WILDCARD) || !origin.startsWith('https://')) return false
  const host = origin.slice('https://'.length)
  const ending = `.${wildcard.slice(WILDCARD.length)}`
  return host.endsWith(ending) && isHostName(host.slice(0, -ending.length))
}

/** What stands for the star: one name or several, and nothing else that an address can hold. */
function isHostName(text: string): boolean {
  return text.split('.').every((name) => /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(name))
}

function isSite({ protocol, hostname, username, password }: URL): boolean {
  return (
    (protocol === 'https:' || protocol === 'http:') &&
    hostname !== '' &&
    !hostname.endsWith('.') &&
    username === '' &&
    password === ''
  )
}
