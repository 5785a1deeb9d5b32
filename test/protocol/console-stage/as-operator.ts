import { sql, type Transaction } from 'kysely'
import type { Schema } from '../../../packages/server/src/store/schema.ts'
import type { ConsoleStage } from './open-console-stage.ts'

/** Does what no role of the server may do: looks into every table, or changes rows behind the server's back. */
export function asOperator<T>(
  { database }: ConsoleStage,
  work: (tx: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  return database.db.transaction().execute(async (tx) => {
    await sql`set local role none`.execute(tx)
    return work(tx)
  })
}
