import type { Finding } from '../report/finding.ts'
import { type Cost, medianCost, totalUs } from '../stage/cost.ts'
import { median } from '../statistics.ts'

/** The rounds of each way; the same place in each list is the same round. */
export interface DurableRounds {
  /** Bare commits: the server's own statement, and the same rows as arrays. */
  readonly own: readonly Cost[]
  readonly arrays: readonly Cost[]
  /** The server without a database. */
  readonly free: readonly Cost[]
  readonly naive: readonly Cost[]
  readonly embedded: readonly Cost[]
  readonly ours: readonly Cost[]
}

/** The faster of the two bare ways is the limit: our own statement must not be its own yardstick. */
export function judgeDurable({ own, arrays, free, naive, embedded, ours }: DurableRounds): Finding {
  const isOwnFaster = medianCost(own).perSecond >= medianCost(arrays).perSecond
  const limit = isOwnFaster ? own : arrays
  return {
    tables: [
      {
        title: 'Durable messages, closed loop, 256 buyers (limits: batches of 64 on one connection)',
        columns: [
          'way',
          'messages/s',
          'server µs',
          'PostgreSQL µs',
          'total µs',
          'p50 ms',
          'p99 ms',
          'WAL bytes',
        ],
        rows: [
          row('limit: bare commits, our statement', own),
          row('limit: bare commits, arrays', arrays),
          row('no database: sockets, validation, engine', free),
          row('naive: six round trips, actor per message', naive),
          row('Shopbell on PostgreSQL', ours),
          row('Shopbell on the embedded database', embedded),
        ],
      },
    ],
    targets: [
      {
        what: 'durable messages per second / bare commits',
        reached: 100 * ratio(ours, limit, ({ perSecond }) => perSecond),
        bound: { atLeast: 45 },
        unit: '%',
      },
      {
        what: 'durable CPU / (no database + bare commits)',
        reached: median(
          ours.map((cost, round) => totalUs(cost) / (serverUs(free[round]) + total(limit[round]))),
        ),
        bound: { atMost: 1.3 },
        unit: '×',
      },
      {
        what: 'naive CPU / ours',
        reached: ratio(naive, ours, totalUs),
        bound: { atLeast: 10 },
        unit: '×',
      },
    ],
  }
}

function row(what: string, costs: readonly Cost[]) {
  const { perSecond, serverUs, databaseUs, p50Ms, p99Ms, walBytes } = medianCost(costs)
  return [what, perSecond, serverUs, databaseUs, serverUs + databaseUs, p50Ms, p99Ms, walBytes]
}

/** Median of the rounds' own ratios: what disturbed one round disturbed both sides of it. */
function ratio(ours: readonly Cost[], theirs: readonly Cost[], figure: (cost: Cost) => number): number {
  return median(
    ours.map((cost, round) => {
      const other = theirs[round]
      return other === undefined ? NaN : figure(cost) / figure(other)
    }),
  )
}

function total(cost: Cost | undefined): number {
  return cost === undefined ? NaN : totalUs(cost)
}

function serverUs(cost: Cost | undefined): number {
  return cost?.serverUs ?? NaN
}
