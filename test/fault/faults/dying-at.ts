import { setTimeout as sleep } from 'node:timers/promises'
import type { Moment } from '../node/moment.ts'
import type { FaultNode } from '../node/start-node.ts'
import type { Fault } from '../run/fault.ts'
import { liveThrough, USUAL_COMPANY } from './lives.ts'

/** It comes to it sooner or later, on a slow machine later. */
const MISSED_AFTER_MS = 60_000

/** F2 at one moment only: the quickest way to a certain mistake. */
export function dyingAt(at: Moment, hit: number, company = USUAL_COMPANY): Fault {
  return {
    id: `F2 at ${at}`,
    title: `The server dies when it is ${at} for the ${String(hit)}th time`,
    rounds: { short: 3, nightly: 3 },
    roundsPerBlock: 10,
    deal: async (arena, rounds) => {
      const life = {
        options: { crash: { at, hit } },
        death: async (node: FaultNode) => {
          await Promise.race([node.ended, sleep(MISSED_AFTER_MS, null, { ref: false })])
          await node.kill()
        },
      }
      await liveThrough(arena, rounds, () => life, company)
      return []
    },
  }
}
