import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../run/fault.ts'

export const databaseKilled: Fault = {
  id: 'F3',
  title: 'PostgreSQL and all its processes are killed; the server stays',
  rounds: { short: 3, nightly: 100 },
  roundsPerBlock: 10,
  deal: async ({ backing, chance, complain, crowd, links, noteFault, startWhole, world }, rounds) => {
    const node = await startWhole()
    crowd.join(20, { port: links[0].port })
    crowd.employ(links[0].port, backing.apiToken)
    for (let round = 0; round < rounds; round += 1) {
      crowd.join(2, { port: links[0].port })
      await sleep(chance.between(200, 900))
      await world.postgres.kill()
      noteFault('the database is dead')
      await sleep(chance.between(0, 300))
      await world.postgres.restart()
      noteFault('the database is ready')
      await sleep(300)
    }
    if (!node.isAlive()) complain(`The server died of its database:\n${node.output()}`)
    return []
  },
}
