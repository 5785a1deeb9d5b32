/** A connection to the embedded database. There is only one, so whoever needs several statements together takes it alone. */
export interface PGliteSession {
  /** Waits for its turn; nobody else gets a statement in until the returned function is called. */
  readonly take: () => Promise<() => void>
  /** Sends one statement. For those who took the session. */
  readonly query: (sql: string, parameters: readonly unknown[]) => Promise<PGliteResult>
  /** Waits for its turn, then closes the database and ends the thread. Safe to call twice. */
  readonly close: () => Promise<void>
}

export interface PGliteResult {
  readonly rows: readonly unknown[]
  /** Rows that an insert, update or delete touched; null for other statements. */
  readonly affected: number | null
}
