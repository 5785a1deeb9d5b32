import { parentPort, workerData } from 'node:worker_threads'
import { messages } from '@electric-sql/pglite'
import { openPGlite } from './open-pglite.ts'
import type { FromWorker, Outcome, Statement, StatementFailure, ToWorker } from './statement.ts'

// The thread in which the embedded database runs: every statement blocks it for milliseconds, and nobody else.

const port = parentPort
if (port === null)
  throw new Error('This file is the body of a worker thread; open-pglite-session.ts starts it.')
const say = (words: FromWorker) => port.postMessage(words)

const database = await openPGlite(workerData)

port.on('message', (asked: ToWorker) => {
  if (asked === 'close') {
    void database.close().then(() => {
      say('closed')
      port.close()
    })
  } else {
    void answer(asked).then(say)
  }
})
say('ready')

async function answer({ id, sql, parameters }: Statement): Promise<Outcome> {
  try {
    const { rows, affectedRows } = await database.query(sql, [...parameters])
    return { id, rows, affected: affectedRows ?? null }
  } catch (error) {
    // Not caught by anybody: it ends the thread.
    if (isDeadly(error)) throw error
    return { id, failure: failureFrom(error) }
  }
}

/**
 * True where PostgreSQL itself gave up: a panic, a WebAssembly trap, a file that could not be brought to the disk. A real server
 * would end here and recover at its next start; PGlite would go on with broken memory, or never answer again.
 */
function isDeadly(error: unknown): boolean {
  if (error instanceof messages.DatabaseError) return error.severity === 'PANIC' || error.severity === 'FATAL'
  return error instanceof Error && (error.name === 'RuntimeError' || 'syscall' in error)
}

function failureFrom(error: unknown): StatementFailure {
  if (!(error instanceof messages.DatabaseError)) {
    return { message: String(error), code: null, constraint: null, table: null }
  }
  const { message, code = null, constraint = null, table = null } = error
  return { message, code, constraint, table }
}
