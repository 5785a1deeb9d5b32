import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<{ open: boolean }>()

/**
 * Runs a transaction, unless the caller is inside another one: there it would wait for a connection that only its own caller
 * can free (at once on the embedded database, under load on a pool). Work that outlives the transaction it began in is free.
 */
export async function forbidNesting<T>(transaction: () => Promise<T>): Promise<T> {
  if (current.getStore()?.open === true) {
    throw new Error('A transaction is open here already: pass its tx on instead of beginning another one.')
  }
  const mark = { open: true }
  try {
    return await current.run(mark, transaction)
  } finally {
    mark.open = false
  }
}
