import type { Alterations } from '../../../../packages/server/src/start-server.ts'
import { withCommit } from './with-commit.ts'

/** Keeps no lanes in the database: a node that begins anew takes every repeated message for a new one. */
export function noDedupe(): Alterations {
  return {
    database: (database) =>
      withCommit(database, (commit) => (steps) => commit(steps.map((step) => ({ ...step, lanes: {} })))),
  }
}
