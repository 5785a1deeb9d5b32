import type { ServerMetrics } from '../observability/metrics/server-metrics.ts'
import type { JournalConnection } from './journal-connection.ts'

/** The same journal, which tells how its commits go. */
export function measureJournal(
  journal: JournalConnection,
  metrics: Pick<ServerMetrics, 'committed' | 'commitFailed'>,
): JournalConnection {
  return {
    ...journal,
    commit: async (steps) => {
      const startedAt = performance.now()
      try {
        const committed = await journal.commit(steps)
        metrics.committed(steps.length, steps.length - committed.size, performance.now() - startedAt)
        return committed
      } catch (error) {
        metrics.commitFailed()
        throw error
      }
    },
  }
}
