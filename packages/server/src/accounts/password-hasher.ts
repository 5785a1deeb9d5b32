import { hash, verify } from '@node-rs/argon2'
import { createBoundedQueue } from './bounded-queue.ts'
import { newSecret } from './secret.ts'

/** The least OWASP asks of argon2id (the library's default kind): 19 MiB, two passes, one lane; about 8 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/**
 * One at a time leaves the other processors to the buyers' messages: with two on two, a storm of sign-ins made chat five times slower at
 * its 99th percentile (`bench --only sign-in`). More waiting than a second's work is an attack or an outage.
 */
const BOUND = { running: 1, waiting: 100 }

/** When to ask again while the queue is full: it empties at about a hundred a second. */
export const BUSY_RETRY_AFTER_MS = 1_000

/** Makes and checks password hashes, a bounded number at a time. `busy`: too many wait already, try again later. */
export interface PasswordHasher {
  hash(password: string): Promise<string | 'busy'>
  /** `null` stands for an account that does not exist: it takes the same time and never matches, so nobody learns which e-mails exist. */
  check(storedHash: string | null, password: string): Promise<'match' | 'mismatch' | 'busy'>
}

export function createPasswordHasher(): PasswordHasher {
  const queue = createBoundedQueue(BOUND)
  const hashOfNobody = hash(newSecret(), COST)

  return {
    async hash(password) {
      return (await queue.run(() => hash(password, COST))) ?? 'busy'
    },
    async check(storedHash, password) {
      const against = storedHash ?? (await hashOfNobody)
      const matches = await queue.run(() => verify(against, password))
      if (matches === null) return 'busy'
      return matches && storedHash !== null ? 'match' : 'mismatch'
    },
  }
}
