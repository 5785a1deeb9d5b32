import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits in letters that fit a URL, a header and a cookie. Shown or sent once; the database keeps `secretHash` of it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * SHA-256 of a secret of ours, in hex: what the database keeps and looks up. Enough for 256 random bits, which nobody can guess;
 * passwords go through argon2id instead.
 */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex')
}
