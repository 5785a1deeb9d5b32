import type { Fault } from '../run/fault.ts'
import { killedWithin, liveThrough } from './lives.ts'

export const embeddedKilled: Fault = {
  id: 'F21',
  title: 'The server with the embedded database is killed, again and again',
  rounds: { short: 3, nightly: 60 },
  roundsPerBlock: 10,
  on: 'embedded',
  deal: async (arena, rounds) => {
    await liveThrough(arena, rounds, () => ({ death: killedWithin(arena, 100, 1_500) }), {
      writers: 5,
      newWriters: 1,
      newSilent: 1,
    })
    return []
  },
}
