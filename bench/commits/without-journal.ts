import type { Database } from '../../packages/server/src/store/database.ts'

/** A database that says at once that steps are committed and writes none: what everything but the commit costs. */
export function withoutJournal(database: Database): Database {
  const { maxBatch } = database.journal
  return {
    ...database,
    journal: {
      maxBatch,
      commit: async (steps) => new Set(steps.map(({ conversationId }) => conversationId)),
    },
  }
}
