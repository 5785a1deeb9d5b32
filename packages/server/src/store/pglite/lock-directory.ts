import { DatabaseSync } from 'node:sqlite'
import { DatabaseRefused } from '../database-refused.ts'

/**
 * Takes the data directory for this process, until the returned function is called or the process ends, however it ends. PGlite
 * itself lets a second process in, and then rows of both vanish without an error. The lock is SQLite's on an empty file beside
 * the database: the one way in Node to a lock that the kernel frees, that two cannot take at once, and that needs no cleaning up.
 */
export function lockDirectory(dataDirectory: string, file: string): () => void {
  const lock = new DatabaseSync(file)
  try {
    lock.exec('begin exclusive')
  } catch (cause) {
    lock.close()
    throw refusal(dataDirectory, cause)
  }
  return () => lock.close()
}

/** https://www.sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5

function refusal(dataDirectory: string, cause: unknown): DatabaseRefused {
  if (cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_BUSY) {
    return new DatabaseRefused(
      'DIRECTORY_IN_USE',
      `Another process has the embedded database in ${dataDirectory} open: stop it, or give this one a directory of its own (SHOPBELL_DATA), or use PostgreSQL (DATABASE_URL) for several.`,
      { cause },
    )
  }
  return new DatabaseRefused(
    'DIRECTORY_UNUSABLE',
    `The data directory ${dataDirectory} cannot be locked: it has to be on a local disk, and writable.`,
    { cause },
  )
}
