import type { Notices } from '@shopbell/protocol'
import type { ColumnType, Generated } from 'kysely'

// Who is there to answer: the tables of presence and of what accounts have set about it.

export interface AgentPresenceTable {
  readonly storeId: number
  readonly accountId: number
  /** The process that had the console open; empty where there is only one. */
  readonly node: string
  readonly seenAt: number
}

export interface AgentAttendanceTable {
  readonly storeId: number
  readonly accountId: number
  readonly busy: Generated<boolean>
  /** What was chosen; the rest is as it comes. */
  readonly notices: ColumnType<Partial<Notices>, string | undefined, string>
  /** When buyers who wait were last told of by mail; null: never. */
  readonly mailedAt: number | null
}
