import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultProxy } from '../link/fault-proxy.ts'
import { LINK_FAULTS } from '../link/link-fault.ts'
import type { Fault } from '../run/fault.ts'

const BUYERS_PER_LINK = 4
const FAULTS = LINK_FAULTS.filter((fault) => fault !== 'pass' && fault !== 'stall-down')

export const linksBroken: Fault = {
  id: 'F8',
  title: `Buyers’ connections break in ${String(FAULTS.length)} ways at once, each for a group of buyers`,
  rounds: { short: 3, nightly: 50 },
  roundsPerBlock: 5,
  deal: async ({ chance, crowd, noteFault, openLink, startWhole }, rounds) => {
    const node = await startWhole()
    const links: readonly FaultProxy[] = await Promise.all(FAULTS.map(() => openLink(node)))
    for (const link of links) {
      const [first] = crowd.join(BUYERS_PER_LINK, { port: link.port })
      // A second tab of the first buyer, on the same broken link.
      if (first !== undefined) crowd.join(1, { port: link.port, storage: first.storage })
    }
    for (let round = 0; round < rounds; round += 1) {
      await sleep(chance.between(200, 700))
      noteFault('links are broken')
      // In turn, so that over the rounds every group meets every fault.
      links.forEach((link, place) => {
        link.set(FAULTS[(place + round) % FAULTS.length] ?? 'pass')
      })
      await sleep(chance.between(700, 2_500))
      for (const link of links) link.set('pass')
      noteFault('links are ready')
    }
    return []
  },
}
