import type { ExtensionSet, RankProducts } from '@shopbell/engine'
import type { Logger } from 'pino'
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../store/database.ts'
import type { StepRecord } from '../store/step-record.ts'
import type { Committer } from './committer.ts'
import type { HotConversations } from './hot-conversations.ts'
import type { Openings } from './openings.ts'
import type { Presence } from './presence.ts'
import type { Programs } from './programs.ts'
import type { SignalNotes } from './signal-notes.ts'
import type { Stores } from './stores.ts'

/** What the reception's use cases work with. */
export interface Desk {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Logger
  readonly stores: Stores
  readonly programs: Programs
  readonly presence: Presence
  readonly conversations: HotConversations
  readonly openings: Openings
  /** Origin under which browsers know this server. */
  readonly ownOrigin: () => string
  readonly committer: Committer<StepRecord>
  readonly signals: SignalNotes
  readonly rank: RankProducts
  /** What third parties add; left out: nothing. */
  readonly extensions?: ExtensionSet
}
