import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../store/database.ts'

/** What the use cases of the chat on shop pages are made of; each takes the few it needs. */
export interface Storefront {
  readonly database: Database
  readonly clock: Clock
  readonly bus: Bus
  /** Origin under which browsers know this server. */
  readonly ownOrigin: () => string
}
