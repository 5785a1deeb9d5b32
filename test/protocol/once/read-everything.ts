import { sql } from 'kysely'
import { asOperator } from '../console-stage/as-operator.ts'
import type { ConsoleStage } from '../console-stage/open-console-stage.ts'

/** Says when somebody was last seen, or is the keys themselves: a request leaves its trace there whatever it does. */
const TRACES = ['account_session', 'api_token', 'kept_answer']

/** A hash of every row of the database by its table, traces of requests aside. */
export function readEverything(stage: ConsoleStage): Promise<Readonly<Record<string, readonly string[]>>> {
  return asOperator(stage, async (tx) => {
    const tables = (await tx.introspection.getTables()).map(({ name }) => name)
    const all: Record<string, readonly string[]> = {}
    for (const name of tables.filter((table) => !TRACES.includes(table))) {
      const { rows } = await sql<{ row: string }>`
        select md5(row_to_json(one)::text) as row from ${sql.table(name)} one order by 1`.execute(tx)
      all[name] = rows.map(({ row }) => row)
    }
    return all
  })
}
