import type { Invariant } from '../checker/violation.ts'
import { ALL_FAULTS } from '../faults/all-faults.ts'
import { batchesAtWork } from '../faults/batches-at-work.ts'
import { dyingAt } from '../faults/dying-at.ts'
import type { BrokenBuild } from '../node/broken/broken-build.ts'
import type { PostgresWorld } from '../stage/postgres-world.ts'
import type { Fault } from './fault.ts'
import { runBlock } from './run-block.ts'

/** A broken build, the fault under which it has to show, and the promises that may tell on it. */
export interface Trap {
  readonly build: BrokenBuild
  readonly fault: Fault
  readonly rounds: number
  readonly tellTales: readonly Invariant[]
}

/** Buyers who are asked and never answer: what a lost timer does is not hidden by their next message. */
const SILENT = { writers: 0, newWriters: 0, newSilent: 10 }

export const TRAPS: readonly Trap[] = [
  { build: 'ack-before-commit', fault: faultOf('F1'), rounds: 3, tellTales: ['I1'] },
  { build: 'no-dedupe', fault: dyingAt('committed', 3), rounds: 3, tellTales: ['I2'] },
  { build: 'no-revision-check', fault: faultOf('F9'), rounds: 10, tellTales: ['I1', 'I2', 'I4', 'I9'] },
  { build: 'half-batch', fault: batchesAtWork, rounds: 1, tellTales: ['I1', 'I4'] },
  { build: 'resume-skips-one', fault: faultOf('F5'), rounds: 1_500, tellTales: ['I5'] },
  { build: 'shown-before-commit', fault: dyingAt('writing', 4), rounds: 3, tellTales: ['I4', 'I5'] },
  // Past the ten reminders: a lost one is cancelled with its question, and nobody can tell. The end of a question is not.
  { build: 'timer-claimed-first', fault: dyingAt('timer-due', 12, SILENT), rounds: 1, tellTales: ['I10'] },
  { build: 'timer-outside-transaction', fault: dyingAt('shown', 3, SILENT), rounds: 2, tellTales: ['I10'] },
]

export interface Caught {
  readonly build: BrokenBuild
  readonly fault: string
  readonly seed: number
  /** The promises that were seen broken; empty: nobody noticed. */
  readonly by: readonly Invariant[]
  readonly example: string
}

/** Chance decides when a blow falls, so a build gets many tries to hide; most are found out in the first. */
const TRIES = 10

/** Runs a broken build until a promise is seen broken. */
export async function springTrap(trap: Trap, world: PostgresWorld, seed: number): Promise<Caught> {
  const { build, fault, rounds, tellTales } = trap
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const found = await dealt(trap, world, seed + attempt)
    const by = tellTales.filter((invariant) => found.some((one) => one.invariant === invariant))
    const example = found.find(({ invariant }) => invariant === by[0])
    if (example !== undefined)
      return { build, fault: fault.id, seed: seed + attempt, by, example: example.what }
  }
  return { build, fault: fault.id, seed, by: [], example: `${String(rounds)} rounds, ${String(TRIES)} times` }
}

async function dealt({ build, fault, rounds }: Trap, world: PostgresWorld, seed: number) {
  const { violations } = await runBlock({
    fault: { ...fault, id: `${fault.id}-${build}` },
    world,
    seed,
    rounds,
    keepIn: null,
    everyNode: { build },
  })
  return violations
}

function faultOf(id: string): Fault {
  const fault = ALL_FAULTS.find((one) => one.id === id)
  if (fault === undefined) throw new Error(`There is no fault ${id}.`)
  return fault
}
