import type { KyselyPlugin, PluginTransformQueryArgs } from 'kysely'
import type { Database } from '../../../packages/server/src/store/database.ts'

/** The same database, and how many queries were asked of it since the last time it was asked. */
export interface CountedDatabase {
  readonly database: Database
  /** Without what begins and ends a transaction; a step's commit has a connection of its own and is not among them. */
  readonly taken: () => number
}

/** Counts the queries that go through the pool. */
export function countQueries(database: Database): CountedDatabase {
  let count = 0
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (!saysWho(node)) count += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  return {
    database: { ...database, db: database.db.withPlugin(counter) },
    taken: () => {
      const asked = count
      count = 0
      return asked
    },
  }
}

/** Every transaction begins with whose it is. */
function saysWho(node: PluginTransformQueryArgs['node']): boolean {
  return node.kind === 'RawNode' && /set local role|set_config/.test(node.sqlFragments.join(''))
}
