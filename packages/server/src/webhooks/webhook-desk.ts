import type { Logger } from 'pino'
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { Egress } from '../egress/egress.ts'
import type { Database } from '../store/database.ts'
import type { Seal } from './seal.ts'

/** What the use cases of webhooks work with; each takes the few it needs. */
export interface WebhookDesk {
  readonly database: Database
  readonly clock: Clock
  readonly bus: Bus
  readonly log: Logger
  readonly egress: Egress
  /** What secrets are kept under. */
  readonly seal: Seal
  /** The console's origin. */
  readonly ownOrigin: () => string
  /** Whether this server sends letters. */
  readonly sendsMail: boolean
}
