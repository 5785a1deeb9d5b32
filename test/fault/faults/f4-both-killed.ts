import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../run/fault.ts'
import { liveThrough } from './lives.ts'

export const bothKilled: Fault = {
  id: 'F4',
  title: 'Server and PostgreSQL are killed within 0–100 ms of each other',
  rounds: { short: 2, nightly: 50 },
  roundsPerBlock: 10,
  deal: async (arena, rounds) => {
    const { chance, world } = arena
    await liveThrough(arena, rounds, () => {
      const [afterMs, apartMs, databaseFirst] = [
        chance.between(100, 900),
        chance.between(0, 100),
        chance.happens(0.5),
      ]
      return {
        death: async (node) => {
          await sleep(afterMs)
          const deaths = [() => world.postgres.kill(), () => node.kill()]
          if (!databaseFirst) deaths.reverse()
          const [first, second] = deaths
          await Promise.all([first?.(), sleep(apartMs).then(() => second?.())])
          await world.postgres.restart()
        },
      }
    })
    return []
  },
}
