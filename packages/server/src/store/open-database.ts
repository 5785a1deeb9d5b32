import type { Database } from './database.ts'

/** Where start-up says what an operator should know; pino's logger fits. Never a row's content. */
export interface StoreLog {
  readonly info: (fields: object, message: string) => void
  readonly warn: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}

export interface DatabaseOptions {
  /** `postgres://…`; left out, an embedded PGlite in `dataDirectory`. */
  readonly databaseUrl?: string
  readonly dataDirectory: string
  readonly log: StoreLog
}

/** Opens, locks, migrates and probes. Throws a `DatabaseRefused` that says what to do where it must not serve. */
export declare function openDatabase(options: DatabaseOptions): Promise<Database>
