import { setTimeout as sleep } from 'node:timers/promises'
import { openBuyer } from '../../tools/raw-buyer.ts'
import { MOMENTS } from '../node/moment.ts'
import type { FaultNode } from '../node/start-node.ts'
import type { Fault } from '../run/fault.ts'
import { liveThrough } from './lives.ts'

const MOST_HITS = 5
/** A node that never comes to its moment by then is killed, and counted as one that missed it. */
const MISSED_AFTER_MS = 8_000

/** Every moment in turn; five blocks with seeds in a row come to each for the first to the fifth time. */
function crashOf(seed: number, round: number) {
  return { at: MOMENTS[round % MOMENTS.length] ?? 'committed', hit: 1 + (seed % MOST_HITS) }
}

export const crashPoints: Fault = {
  id: 'F2',
  title: 'The server dies at one of 16 chosen moments, at the first to fifth time it comes there',
  rounds: { short: 16, nightly: 400 },
  roundsPerBlock: MOMENTS.length,
  deal: async (arena, rounds) => {
    let missed = 0
    await liveThrough(
      arena,
      rounds,
      (round) => {
        const crash = crashOf(arena.seed, round)
        return {
          options: { crash },
          death: async (node) => {
            const timedOut = new AbortController()
            const ranging = crash.at === 'ranging' ? askForRanges(node, crash.hit) : Promise.resolve()
            const isDead = await Promise.race([
              node.ended.then(() => true),
              sleep(MISSED_AFTER_MS, false, { signal: timedOut.signal }),
            ])
            timedOut.abort()
            await ranging
            if (isDead) return
            missed += 1
            arena.noteFault(`${crash.at} was not reached`)
            await node.kill()
          },
        }
      },
      { writers: 10, newWriters: 1, newSilent: MOST_HITS },
    )
    return missed === 0 ? [] : [`${String(missed)} of ${String(rounds)} nodes missed their moment`]
  },
}

/** The crowd's clients have no gaps to fill, so somebody asks for ranges. */
async function askForRanges(node: FaultNode, times: number): Promise<void> {
  try {
    const asking = await openBuyer(`http://127.0.0.1:${String(node.port)}`, { store: 'fault' })
    await asking.hello()
    for (let count = 0; count < times; count += 1) asking.send({ type: 'range', from: 1, to: 5 })
    await asking.closed
  } catch {
    // The node died while we asked, which is what we asked for.
  }
}
