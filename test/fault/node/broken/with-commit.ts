import type { Database } from '../../../../packages/server/src/store/database.ts'
import type { JournalConnection } from '../../../../packages/server/src/store/journal-connection.ts'

/** The database with another way of committing, which is given the real one. */
export function withCommit(
  database: Database,
  change: (commit: JournalConnection['commit']) => JournalConnection['commit'],
): Database {
  const { journal } = database
  return { ...database, journal: { ...journal, commit: change((steps) => journal.commit(steps)) } }
}
