import { randomBytes } from 'node:crypto'

/** An id that clients may know and cannot guess; it says nothing about how many there are. */
export function newPublicId(): string {
  return randomBytes(12).toString('base64url')
}
