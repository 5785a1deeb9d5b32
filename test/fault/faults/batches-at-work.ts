import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../run/fault.ts'

/** No fault at all, only many buyers at once, whose steps are committed together. */
export const batchesAtWork: Fault = {
  id: 'no fault',
  title: 'Many buyers at once',
  rounds: { short: 1, nightly: 1 },
  roundsPerBlock: 1,
  deal: async ({ crowd, links, startWhole }) => {
    await startWhole()
    crowd.join(30, { port: links[0].port, pauseMs: 20 })
    await sleep(1_500)
    return []
  },
}
