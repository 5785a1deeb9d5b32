import type { Alterations } from '../../../../packages/server/src/start-server.ts'
import { runAsJournal } from '../../../../packages/server/src/store/run-as.ts'
import { dropTimer } from '../../../../packages/server/src/store/timers.ts'

/** Takes a due timer out of the database first and acts then: whoever dies in between has lost it. */
export function timerClaimedFirst(): Alterations {
  return {
    reception: (reception, database) => ({
      ...reception,
      fireTimer: async (timer) => {
        await runAsJournal(database, (tx) => dropTimer(tx, timer))
        await reception.fireTimer(timer)
      },
    }),
  }
}
