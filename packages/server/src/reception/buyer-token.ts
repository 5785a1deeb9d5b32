import { createHash, randomBytes } from 'node:crypto'

/** A buyer's secret: 256 random bits. Whoever holds it is that buyer; it travels in `hello` and `welcome` only. */
export function newBuyerToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of it. One round of SHA-256 is enough for a secret that nobody can guess. */
export function buyerTokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex')
}
