import { setTimeout as sleep } from 'node:timers/promises'
import type { WakeTrouble } from '../node/wake-trouble.ts'
import type { Fault } from '../run/fault.ts'
import { untilWelcome } from '../people/until-welcome.ts'
import { reconnectAll } from './f9-first-messages.ts'

const TROUBLES: readonly WakeTrouble[] = ['deaf', 'doubled']
const BUYERS = 8

export const wakesLost: Fault = {
  id: 'F10',
  title: 'Two nodes, one of which hears no wakes, or every wake twice and out of order',
  rounds: { short: 2, nightly: 60 },
  roundsPerBlock: 2,
  deal: async (arena, rounds) => {
    const { chance, crowd, links, noteFault, startWhole } = arena
    for (let round = 0; round < rounds; round += 1) {
      const wakes = TROUBLES[(arena.seed + round) % TROUBLES.length] ?? 'deaf'
      const nodes = [await startWhole({}, 0), await startWhole({ wakes }, 1)]
      noteFault(`wakes are ${wakes} at one node`)
      const buyers = crowd.join(BUYERS, { port: links[0].port, pauseMs: 60 })
      await untilWelcome(buyers)
      // The same buyers at the other node, in a second tab.
      for (const { storage } of buyers) crowd.join(1, { port: links[1].port, storage, pauseMs: 60 })
      await sleep(chance.between(600, 1_500))
      if (round < rounds - 1) for (const node of nodes) await node.kill()
    }
    await reconnectAll(arena)
    return []
  },
}
