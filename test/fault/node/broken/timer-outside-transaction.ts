import { setTimeout as sleep } from 'node:timers/promises'
import type { Alterations } from '../../../../packages/server/src/start-server.ts'
import type { Database } from '../../../../packages/server/src/store/database.ts'
import { runAsJournal } from '../../../../packages/server/src/store/run-as.ts'
import type { StepRecord } from '../../../../packages/server/src/store/step-record.ts'
import { withCommit } from './with-commit.ts'

const ARMED_AFTER_MS = 40

/** Commits the step, and arms its timers a moment later in a transaction of their own. */
export function timerOutsideTransaction(): Alterations {
  return {
    database: (database) =>
      withCommit(database, (commit) => async (steps) => {
        const committed = await commit(steps.map((step) => ({ ...step, schedule: [] })))
        for (const step of steps) {
          if (committed.has(step.conversationId)) void armLater(database, step).catch(() => undefined)
        }
        return committed
      }),
  }
}

async function armLater(
  database: Database,
  { storeId, conversationId, schedule }: StepRecord,
): Promise<void> {
  if (schedule.length === 0) return
  await sleep(ARMED_AFTER_MS)
  const rows = schedule.map((timer) => ({ ...timer, storeId, conversationId }))
  await runAsJournal(database, (tx) => tx.insertInto('timer').values(rows).execute())
}
