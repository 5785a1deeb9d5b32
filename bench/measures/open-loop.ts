import { DISMISS, SPEAK_ON_TIME } from '../load/load-tasks.ts'
import { type Cost, costOf, medianCost } from '../stage/cost.ts'
import { inTurn } from '../stage/in-turn.ts'
import { openShop } from '../stage/open-shop.ts'
import { median } from '../statistics.ts'
import type { Measure } from './measure.ts'

const BUYERS = 1_000
const RATES = [500, 2_000, 8_000, 12_000] as const
const SLOWEST = RATES.indexOf(500)
const FASTEST = RATES.indexOf(12_000)

interface Round extends Cost {
  readonly refused: number
}

/** How long an answer takes while messages come at a rate of their own, on PostgreSQL. */
export const openLoop: Measure = {
  name: 'open',
  run: async (stage) => {
    const { pace, load, tell } = stage
    tell(`open loop: ${String(BUYERS)} buyers gather`)
    const { name, program } = await openShop(stage, { name: 'open', database: 'postgres', buyers: BUYERS })
    const rounds = await inTurn(RATES, pace.rounds, async (perSecond): Promise<Round> => {
      tell(`open loop: ${String(perSecond)} messages per second`)
      let refused = 0
      const cost = await costOf(stage, program, async () => {
        const order = { crowd: name, perSecond, durationMs: pace.openLoopMs }
        const { answered, ...round } = await load.ask(SPEAK_ON_TIME, order)
        refused = round.refused
        return { messages: answered, ...round }
      })
      return { ...cost, refused }
    })
    await load.ask(DISMISS, { crowd: name })
    await program.stop()
    const [slow = [], fast = []] = [rounds[SLOWEST], rounds[FASTEST]]
    return {
      tables: [
        {
          title: `Open loop on PostgreSQL, ${String(BUYERS)} buyers; latency from the instant a message was due`,
          columns: [
            'asked per second',
            'stored per second',
            'p50 ms',
            'p99 ms',
            'server µs',
            'PostgreSQL µs',
            'refused',
          ],
          rows: RATES.map((rate, place) => row(rate, rounds[place] ?? [])),
        },
      ],
      targets: [
        {
          what: 'p50 at 12,000/s / p50 at 500/s',
          reached: median(fast.map(({ p50Ms }, round) => p50Ms / (slow[round]?.p50Ms ?? NaN))),
          bound: { atMost: 1.4 },
          unit: '×',
        },
      ],
    }
  },
}

function row(rate: number, rounds: readonly Round[]) {
  const { perSecond, p50Ms, p99Ms, serverUs, databaseUs } = medianCost(rounds)
  const refused = rounds.reduce((sum, one) => sum + one.refused, 0)
  return [rate.toLocaleString('en'), perSecond, p50Ms, p99Ms, serverUs, databaseUs, refused]
}
