import { SPEAK_IN_TURN } from '../load/load-tasks.ts'
import { processorUs } from '../process/processor-time.ts'
import type { Program } from '../process/start-program.ts'
import { median } from '../statistics.ts'
import type { Stage } from './open-stage.ts'

/** What one message costs, and how long it takes. */
export interface Cost {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Processor time of the server's process. */
  readonly serverUs: number
  /** Processor time of all PostgreSQL processes. */
  readonly databaseUs: number
  /** Write-ahead log. */
  readonly walBytes: number
}

interface Work {
  readonly messages: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** What the work costs a server and the PostgreSQL, per message. */
export async function costOf({ postgres }: Stage, server: Program, work: () => Promise<Work>): Promise<Cost> {
  const walBefore = await postgres.walBytes()
  const serverBefore = processorUs(server.pid)
  const databaseBefore = postgres.processorUs()
  const { perSecond, messages, p50Ms, p99Ms } = await work()
  return {
    perSecond,
    p50Ms,
    p99Ms,
    serverUs: (processorUs(server.pid) - serverBefore) / messages,
    databaseUs: (postgres.processorUs() - databaseBefore) / messages,
    walBytes: ((await postgres.walBytes()) - walBefore) / messages,
  }
}

/** One closed-loop round of a crowd at a server. */
export function closedRound(stage: Stage, server: Program, crowd: string, durationMs: number): Promise<Cost> {
  return costOf(stage, server, async () => {
    const { answered, refused, ...round } = await stage.load.ask(SPEAK_IN_TURN, { crowd, durationMs })
    if (refused > 0) throw new Error(`${crowd}: ${String(refused)} messages were refused.`)
    return { messages: answered, ...round }
  })
}

/** The median of each figure. */
export function medianCost(costs: readonly Cost[]): Cost {
  const of = (figure: keyof Cost) => median(costs.map((cost) => cost[figure]))
  return {
    perSecond: of('perSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    serverUs: of('serverUs'),
    databaseUs: of('databaseUs'),
    walBytes: of('walBytes'),
  }
}

export function totalUs({ serverUs, databaseUs }: Cost): number {
  return serverUs + databaseUs
}
