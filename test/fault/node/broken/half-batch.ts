import type { Alterations } from '../../../../packages/server/src/start-server.ts'
import { withCommit } from './with-commit.ts'

/** Writes the first half of a batch of several and says that all of it was. */
export function halfBatch(): Alterations {
  return {
    database: (database) =>
      withCommit(database, (commit) => async (steps) => {
        await commit(steps.slice(0, Math.ceil(steps.length / 2)))
        return new Set(steps.map(({ conversationId }) => conversationId))
      }),
  }
}
