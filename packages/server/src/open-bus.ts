import type { Logger } from 'pino'
import type { Bus } from './bus/bus.ts'
import { createInProcessBus } from './bus/in-process-bus.ts'
import { openPostgresBus } from './bus/open-postgres-bus.ts'
import { watchOutbox } from './jobs/watch-outbox.ts'
import type { Database } from './store/database.ts'

export interface BusParts {
  readonly database: Database
  /** Null: the embedded database, which no other process can have open. */
  readonly databaseUrl: string | null
  readonly log: Logger
}

export interface OpenBus {
  readonly bus: Bus
  /** Sends what waits, then ends. */
  readonly close: () => Promise<void>
}

/** The bus that fits the database: within this process, or between all that work on one PostgreSQL. */
export async function openBus({ database, databaseUrl, log }: BusParts): Promise<OpenBus> {
  const local = createInProcessBus(log)
  const { node } = database
  if (databaseUrl === null || node === null) return { bus: local, close: () => Promise.resolve() }
  const outbox = await watchOutbox({ database, node, local, log })
  const bus = openPostgresBus({ url: databaseUrl, node, local, log })
  return {
    bus,
    close: async () => {
      await outbox.stop()
      await bus.close()
    },
  }
}
