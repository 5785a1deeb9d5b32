/** What the two sides of the worker say to each other. All of it survives a structured clone. */

/** One statement. Ids are never used twice. */
export interface Statement {
  readonly id: number
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** What became of the statement of the same id. */
export type Outcome =
  | { readonly id: number; readonly rows: readonly unknown[]; readonly affected: number | null }
  | { readonly id: number; readonly failure: StatementFailure }

/** PostgreSQL's words about a failed statement. `code` is the SQLSTATE; no field holds a row's content. */
export interface StatementFailure {
  readonly message: string
  readonly code: string | null
  readonly constraint: string | null
  readonly table: string | null
}

/** From the main thread: a statement, or the wish to close. */
export type ToWorker = Statement | 'close'

/** From the worker: open and waiting, what became of a statement, or closed. */
export type FromWorker = Outcome | 'ready' | 'closed'
