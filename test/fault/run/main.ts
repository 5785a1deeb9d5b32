import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { checkHistory } from '../checker/check-history.ts'
import type { Snapshot } from '../checker/snapshot.ts'
import { ALL_FAULTS } from '../faults/all-faults.ts'
import type { Operation } from '../history/operation.ts'
import { openPostgresWorld } from '../stage/postgres-world.ts'
import { type FaultArguments, readArguments, USAGE } from './arguments.ts'
import { openProgress } from './progress.ts'
import { runFault } from './run-fault.ts'
import { springTrap, TRAPS } from './sensitivity.ts'
import { tellBlock, tellTable } from './tell.ts'
import { countBroken } from './verdict.ts'

// npm run fault: the long runs, the broken builds, and a second look at a saved history.

const KEPT_IN = 'test-results/fault'

// At once: a client of a broken round that still tries to come back must not keep a finished run alive.
process.exit(await run())

async function run(): Promise<number> {
  try {
    const read = readArguments(process.argv.slice(2))
    if (read.check !== null) return judgeAgain(read.check)
    return read.sensitivity ? await provokeAll(read) : await dealAll(read)
  } catch (error) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error)
    console.error(USAGE)
    return 2
  }
}

async function dealAll({ only, rounds, seed, size }: FaultArguments): Promise<number> {
  const faults = ALL_FAULTS.filter(({ id }) => only.length === 0 || only.includes(id))
  if (faults.length === 0) throw new Error(`--only names no fault: ${only.join(',')}`)
  const cores = cpus()
  console.log(
    `Seed ${String(seed)}, ${String(cores.length)} cores (${cores[0]?.model ?? 'unknown'}), Node ${process.version}`,
  )
  const progress = openProgress(
    size === 'nightly' && rounds === null ? `${KEPT_IN}/nightly-seed-${String(seed)}.json` : null,
  )
  const world = await openPostgresWorld()
  const beganAt = performance.now()
  try {
    for (const fault of faults) {
      await runFault(fault, {
        world,
        rounds: rounds ?? fault.rounds[size],
        seed,
        keepIn: KEPT_IN,
        done: progress.done(),
        onBlock: (verdict) => {
          progress.add(verdict)
          const minutes = ((performance.now() - beganAt) / 60_000).toFixed(1)
          console.log(`${minutes} min  ${tellBlock(verdict)}`)
        },
      })
    }
  } finally {
    await world.close()
  }
  progress.finish()
  const verdicts = progress.done().filter(({ fault }) => faults.some(({ id }) => id === fault))
  const broken = verdicts.reduce((sum, verdict) => sum + countBroken(verdict), 0)
  console.log(`\n${tellTable(faults, verdicts)}\n`)
  console.log(
    broken === 0 ? 'All promises kept.' : `${String(broken)} broken promises; histories are in ${KEPT_IN}.`,
  )
  return broken === 0 ? 0 : 1
}

async function provokeAll({ only, seed }: FaultArguments): Promise<number> {
  console.log(`Seed ${String(seed)}`)
  const world = await openPostgresWorld()
  let unnoticed = 0
  try {
    for (const trap of TRAPS.filter(({ build }) => only.length === 0 || only.includes(build))) {
      const { build, fault, by, example } = await springTrap(trap, world, seed)
      if (by.length === 0) unnoticed += 1
      console.log(
        by.length > 0
          ? `✓ ${build}: ${fault}, ${by.join(' ')} (${example})`
          : `✗ ${build} went unnoticed: ${example}`,
      )
    }
  } finally {
    await world.close()
  }
  console.log(
    unnoticed === 0 ? 'Every broken build was caught.' : `${String(unnoticed)} broken builds went unnoticed.`,
  )
  return unnoticed === 0 ? 0 : 1
}

function judgeAgain(file: string): number {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  // Lines as `History.save` writes them.
  const { snapshot } = JSON.parse(lines.pop() ?? '{}') as { readonly snapshot: Snapshot }
  const violations = checkHistory(
    lines.map((line) => JSON.parse(line) as Operation),
    snapshot,
  )
  for (const { invariant, what } of violations) console.log(`${invariant}: ${what}`)
  console.log(
    violations.length === 0 ? 'All promises kept.' : `${String(violations.length)} broken promises.`,
  )
  return violations.length === 0 ? 0 : 1
}
