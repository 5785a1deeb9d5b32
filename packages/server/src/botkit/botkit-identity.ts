import { createHmac, randomBytes } from 'node:crypto'

/** How long a browser keeps who it is; Botkit's own client forgets its guid after a day. */
const KEEP_S = 365 * 86_400
const SECRET = /^[A-Za-z0-9_-]{43}$/

/** A browser's secret: 256 random bits in a cookie that no script reads. */
export function newBrowserSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** The secret a browser sends along; null: it has none yet, or something that is none. */
export function readBrowserSecret(cookies: string | undefined, ownOrigin: string): string | null {
  const begin = `${nameOf(ownOrigin)}=`
  const found = (cookies ?? '').split(';').map((one) => one.trim())
  const secret = found.find((one) => one.startsWith(begin))?.slice(begin.length)
  return secret !== undefined && SECRET.test(secret) ? secret : null
}

/**
 * The `Set-Cookie` that binds a browser. Over https the chat also works in a frame on a shop's page, which is how Botkit's client is
 * embedded: the browser then keeps a cookie for each of those shops apart. Over plain http no browser takes such a cookie.
 */
export function browserCookie(secret: string, ownOrigin: string): string {
  const where = isSecure(ownOrigin) ? 'SameSite=None; Secure; Partitioned' : 'SameSite=Lax'
  return `${nameOf(ownOrigin)}=${secret}; Path=/; Max-Age=${String(KEEP_S)}; HttpOnly; ${where}`
}

/**
 * The buyer's token. It takes both, so that a guid, which any script of the page can read and anybody can type, names a conversation
 * of this browser only, and a foreign page that makes the browser send its cookie does not know the guid.
 */
export function buyerTokenOf(secret: string, guid: string): string {
  return createHmac('sha256', secret).update(guid, 'utf8').digest('base64url')
}

function nameOf(ownOrigin: string): string {
  return isSecure(ownOrigin) ? '__Host-shopbell-botkit' : 'shopbell-botkit'
}

function isSecure(ownOrigin: string): boolean {
  return ownOrigin.startsWith('https:')
}
