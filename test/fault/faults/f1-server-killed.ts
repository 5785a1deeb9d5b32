import type { Fault } from '../run/fault.ts'
import { killedWithin, liveThrough } from './lives.ts'

export const serverKilled: Fault = {
  id: 'F1',
  title: 'The server is killed at a random moment, again and again',
  rounds: { short: 4, nightly: 200 },
  roundsPerBlock: 10,
  deal: async (arena, rounds) => {
    await liveThrough(arena, rounds, () => ({ death: killedWithin(arena, 50, 1_500) }))
    return []
  },
}
