import { sql } from 'kysely'
import type { Database, Tx } from './database.ts'
import { forbidNesting } from './forbid-nesting.ts'

/**
 * Runs `work` in one transaction as `shopbell_app`, where row-level security shows and accepts rows of this store only. What
 * it returns is committed; what it throws rolls back. Never wait for the network inside.
 */
export function runAsStore<T>(database: Database, storeId: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(database, async (tx) => {
    await continueAsStore(tx, storeId)
    return work(tx)
  })
}

/**
 * From here on the transaction speaks for this store: for what began at the entrance and goes on inside, such as using up a
 * set-up link and creating the account it was for.
 */
export async function continueAsStore(tx: Tx, storeId: number): Promise<void> {
  // `set local role`, and the store, in one round trip.
  await sql`
    select set_config('role', 'shopbell_app', true), set_config('shopbell.store_id', ${String(storeId)}, true)
  `.execute(tx)
}

/**
 * Runs `work` in one transaction as `shopbell_journal`, which reaches the journal's tables of all stores, by key: resuming,
 * cold loads, timers, finding a store by its public id. Nothing that a console asks for belongs here.
 */
export function runAsJournal<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(database, async (tx) => {
    await sql`set local role shopbell_journal`.execute(tx)
    return work(tx)
  })
}

/**
 * Runs `work` in one transaction as `shopbell_entrance`, which may look up who holds a secret (password, cookie, ticket, API
 * token, set-up link) before anybody knows of which store they are. All else is for `runAsStore`.
 */
export function runAsEntrance<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(database, async (tx) => {
    await sql`set local role shopbell_entrance`.execute(tx)
    return work(tx)
  })
}

function inTransaction<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return forbidNesting(() => database.db.transaction().execute(work))
}
