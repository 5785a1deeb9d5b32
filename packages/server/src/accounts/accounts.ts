import type { Logger } from 'pino'
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../store/database.ts'
import type { PasswordHasher } from './password-hasher.ts'
import type { SendMail } from './send-mail.ts'
import type { SignInLimits } from './sign-in-limits.ts'

/** What the use cases of accounts are made of; each takes the few it needs. */
export interface Accounts {
  readonly database: Database
  readonly clock: Clock
  readonly bus: Bus
  readonly log: Logger
  readonly passwords: PasswordHasher
  readonly signInLimits: SignInLimits
  /** Null: this server sends no mail; links are shown to who makes them. */
  readonly sendMail: SendMail | null
  /** The console's origin, of SHOPBELL_PUBLIC_URL; asked at each request, because a free port is known only after listening. */
  readonly ownOrigin: () => string
}
