import type { Snapshot } from '../checker/snapshot.ts'

/** The database of one block of rounds; it outlives every node. */
export interface Backing {
  /** What a node needs in its environment to use it. */
  readonly environment: Readonly<Record<string, string>>
  readonly apiToken: string
  /** The same database past the fault link; null where only one process at a time can look. */
  readonly watch: Watch | null
  /** After the last node has gone. */
  readonly snapshot: () => Promise<Snapshot>
  readonly remove: () => Promise<void>
}

/** Looks into the running database. */
export interface Watch {
  /** Timers that wait, of the shop in a hurry. */
  readonly timersWaiting: () => Promise<number>
  /** Last seq by conversation. */
  readonly heads: () => Promise<ReadonlyMap<string, number>>
  readonly run: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
}
