import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SEED } from '../tools/seed.ts'
import { ALL_FAULTS } from './faults/all-faults.ts'
import { runFault } from './run/run-fault.ts'
import { springTrap, TRAPS } from './run/sensitivity.ts'
import { openPostgresWorld, type PostgresWorld } from './stage/postgres-world.ts'

// A few rounds of every fault. The many are `npm run fault -- --rounds nightly`; docs/reliability.md has what they found.

/** `npm run fault -- --only <fault> --seed <seed>` repeats the chances of a run. */
const seed = SEED % 1_000_000
/** The broken builds that are tried here; `npm run fault -- --sensitivity` tries all. */
const QUICKLY_CAUGHT = ['ack-before-commit', 'no-dedupe']

let world: PostgresWorld
beforeAll(async () => {
  world = await openPostgresWorld()
})
afterAll(() => world.close())

describe(`with seed ${String(seed)}`, () => {
  test.for(ALL_FAULTS.map((fault) => [fault.id, fault.title, fault] as const))(
    '%s: %s',
    async ([, , fault]) => {
      const verdicts = await runFault(fault, {
        world,
        rounds: fault.rounds.short,
        seed,
        keepIn: 'test-results/fault',
      })
      expect(verdicts.flatMap(({ violations, complaints }) => [...violations, ...complaints])).toEqual([])
      if (fault.id === 'F5') {
        const hits = verdicts.reduce((sum, { betweenCommitAndAnswer }) => sum + betweenCommitAndAnswer, 0)
        // A test that never hits the moment between commit and answer proves nothing about it.
        expect(hits).toBeGreaterThan(0)
      }
    },
  )

  test.for(TRAPS.filter(({ build }) => QUICKLY_CAUGHT.includes(build)))(
    'a server with $build is found out',
    async (trap) => {
      expect((await springTrap(trap, world, seed)).by).not.toEqual([])
    },
  )
})
