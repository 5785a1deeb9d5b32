import type { Kysely, Transaction } from 'kysely'
import type { JournalConnection } from './journal-connection.ts'
import type { Schema } from './schema.ts'

/** What every store function takes first: a transaction that already speaks as a role. The bare `db` does not fit. */
export type Tx = Transaction<Schema>

/** An open, migrated and probed database. Work in it with `runAsStore`, `runAsJournal` and `runAsEntrance`. */
export interface Database {
  readonly kind: 'pglite' | 'postgres'
  /** Names this process among all that ever worked on this database; null: no other one can. */
  readonly node: string | null
  /** For the `runAs…` functions and start-up only: a query through it inside one of their callbacks would wait for itself. */
  readonly db: Kysely<Schema>
  /** A connection of its own that commits batches of steps, never queued behind anybody's queries. */
  readonly journal: JournalConnection
  /** What a power cut can cost here, in a sentence for the start-up lines; null: nothing. */
  readonly durabilityNote: string | null
  /** Waits for running transactions, then closes. Safe to call twice. */
  readonly close: () => Promise<void>
}
