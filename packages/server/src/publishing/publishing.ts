import type { ExtensionSet } from '@shopbell/engine'
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../store/database.ts'

/** What the use cases of publishing are made of; each takes the few it needs. */
export interface Publishing {
  readonly database: Database
  readonly clock: Clock
  readonly bus: Bus
  /** Judge their own blocks; left out: none. */
  readonly extensions?: ExtensionSet
}
