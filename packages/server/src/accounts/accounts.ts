import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../store/database.ts'
import type { PasswordHasher } from './password-hasher.ts'
import type { SignInLimits } from './sign-in-limits.ts'

/** What the use cases of accounts are made of; each takes the few it needs. */
export interface Accounts {
  readonly database: Database
  readonly clock: Clock
  readonly bus: Bus
  readonly passwords: PasswordHasher
  readonly signInLimits: SignInLimits
}
