import type { NodeOptions } from '../node/node-options.ts'
import type { PostgresWorld } from '../stage/postgres-world.ts'
import type { Fault } from './fault.ts'
import { runBlock } from './run-block.ts'
import type { Verdict } from './verdict.ts'

export interface RunOptions {
  readonly world: PostgresWorld
  readonly rounds: number
  readonly seed: number
  readonly keepIn: string
  readonly everyNode?: NodeOptions
  /** Blocks that an earlier run finished. */
  readonly done?: readonly Verdict[]
  readonly onBlock?: (verdict: Verdict) => void
}

/** Deals all rounds of a fault, block by block; block n has the seed `seed + n`. */
export async function runFault(fault: Fault, options: RunOptions): Promise<readonly Verdict[]> {
  const { rounds, seed, done = [], onBlock, ...rest } = options
  const verdicts: Verdict[] = []
  for (let block = 0, dealt = 0; dealt < rounds; block += 1) {
    const many = Math.min(fault.roundsPerBlock, rounds - dealt)
    const before = done.find(({ fault: id, seed: its }) => id === fault.id && its === seed + block)
    const verdict = before ?? (await runBlock({ ...rest, fault, seed: seed + block, rounds: many }))
    verdicts.push(verdict)
    if (before === undefined) onBlock?.(verdict)
    dealt += many
  }
  return verdicts
}
