import { DISMISS, GATHER, SAY_EACH, SPEAK_IN_TURN, SPEAK_ON_TIME } from '../load/load-tasks.ts'
import { sayEach } from '../load/say-each.ts'
import { openBuyer, type SimulatedBuyer } from '../load/simulated-buyer.ts'
import { type Heard, speakInTurn } from '../load/speak-in-turn.ts'
import { speakOnTime } from '../load/speak-on-time.ts'
import { serveTasks, serving } from '../process/serve-tasks.ts'
import { percentile } from '../statistics.ts'

// The load generator: all buyers of all servers, in a process that does nothing else.

/** Sockets that are being opened at the same time. */
const AT_ONCE = 32

const crowds = new Map<string, SimulatedBuyer[]>()
let lanes = 0

serveTasks([
  serving(GATHER, async ({ crowd, url, otherEnd, buyers }) => {
    const members = crowds.get(crowd) ?? []
    crowds.set(crowd, members)
    let left = buyers
    const openSome = async () => {
      while (left-- > 0)
        members.push(await openBuyer(new URL(url), otherEnd, `bench-lane-${String(++lanes)}`))
    }
    await Promise.all(Array.from({ length: AT_ONCE }, openSome))
    return null
  }),
  serving(SPEAK_IN_TURN, async ({ crowd, durationMs }) =>
    inShort(await speakInTurn(membersOf(crowd), durationMs)),
  ),
  serving(SPEAK_ON_TIME, async ({ crowd, perSecond, durationMs }) =>
    inShort(await speakOnTime(membersOf(crowd), perSecond, durationMs)),
  ),
  serving(SAY_EACH, async ({ crowd, messages }) => {
    await sayEach(membersOf(crowd), messages)
    return null
  }),
  serving(DISMISS, async ({ crowd }) => {
    for (const buyer of membersOf(crowd)) buyer.leave()
    crowds.delete(crowd)
    return null
  }),
])

function membersOf(crowd: string): readonly SimulatedBuyer[] {
  const members = crowds.get(crowd)
  if (members === undefined) throw new Error(`Nobody has gathered as ${crowd}.`)
  return members
}

function inShort({ stored, answered, refused, elapsedMs, latenciesMs }: Heard) {
  if (stored === 0) throw new Error('Not one message was stored.')
  return {
    perSecond: (stored * 1_000) / elapsedMs,
    answered,
    refused,
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
  }
}
