import type { StatementFailure } from './statement.ts'

/** A statement that the embedded database refused; `code` is the SQLSTATE, as with `pg`. */
export class PGliteFailure extends Error {
  override readonly name = 'PGliteFailure'
  readonly code: string | undefined
  readonly constraint: string | undefined
  readonly table: string | undefined

  constructor({ message, code, constraint, table }: StatementFailure) {
    super(message)
    this.code = code ?? undefined
    this.constraint = constraint ?? undefined
    this.table = table ?? undefined
  }
}

/** The thread of the embedded database ended by itself. What was committed is on the disk; only a new start helps. */
export class PGliteLost extends Error {
  override readonly name = 'PGliteLost'

  constructor(cause?: unknown) {
    super('The embedded database has stopped. Nothing committed is lost; start the server again.', { cause })
  }
}

/** A statement came after `close`. */
export class PGliteClosed extends Error {
  override readonly name = 'PGliteClosed'

  constructor() {
    super('The embedded database is closed.')
  }
}
