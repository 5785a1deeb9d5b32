import { checkHistory } from '../checker/check-history.ts'
import { playAgain } from '../checker/play-again.ts'
import type { Operation } from '../history/operation.ts'
import type { NodeOptions } from '../node/node-options.ts'
import { openArena } from '../stage/arena.ts'
import { newEmbeddedBacking } from '../stage/embedded-backing.ts'
import type { PostgresWorld } from '../stage/postgres-world.ts'
import type { Fault } from './fault.ts'
import { measure, type Verdict } from './verdict.ts'

export interface BlockOptions {
  readonly fault: Fault
  readonly world: PostgresWorld
  readonly seed: number
  readonly rounds: number
  /** Where the history of a block that broke a promise is kept; null: it is not. */
  readonly keepIn: string | null
  /** For the broken builds. */
  readonly everyNode?: NodeOptions
}

/** Deals one block of blows and judges what is left. */
export async function runBlock(options: BlockOptions): Promise<Verdict> {
  const { fault, world, seed, rounds, keepIn, everyNode } = options
  const backing = fault.on === 'embedded' ? await newEmbeddedBacking() : await world.newBacking()
  const arena = await openArena(world, backing, seed, everyNode)
  try {
    const notes = await fault.deal(arena, rounds)
    const snapshot = await arena.finish()
    const history = arena.history.operations()
    const played = playAgain(snapshot)
    const violations = checkHistory(history, snapshot, played)
    const complaints = [...arena.complaints, ...unrestOf(history)]
    if (violations.length + complaints.length > 0 && keepIn !== null) {
      arena.history.save(`${keepIn}/${fault.id}-seed-${String(seed)}.jsonl`, snapshot)
    }
    return {
      fault: fault.id,
      seed,
      rounds,
      ...measure(history, snapshot, played),
      violations,
      complaints,
      notes,
    }
  } finally {
    await arena.clear()
  }
}

/** Whoever was still waiting when patience ran out: nothing that was broken is any more, so nobody should. */
function unrestOf(history: readonly Operation[]): readonly string[] {
  return history.flatMap((one) => (one.f === 'fault' && one.what.includes('under way') ? [one.what] : []))
}
