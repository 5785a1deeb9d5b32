import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../store/database.ts'

/** What the use cases of the catalogue are made of; each takes the few it needs. */
export interface Catalogue {
  readonly database: Database
  readonly clock: Clock
  readonly bus: Bus
}
