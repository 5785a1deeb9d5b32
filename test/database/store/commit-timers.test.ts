import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type ConversationRow, loadConversation } from '../../../packages/server/src/store/conversations.ts'
import { runAsJournal } from '../../../packages/server/src/store/run-as.ts'
import type { StepRecord } from '../../../packages/server/src/store/step-record.ts'
import { timersOf } from '../../../packages/server/src/store/timers.ts'
import { newConversation, newStore, NOW, stepFrom } from './stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './test-database.ts'

describe.each(KINDS)('the timers of a step on %s', (kind) => {
  let database: TestDatabase
  let storeId: number

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
    storeId = (await newStore(database)).id
  })
  afterAll(() => database.discard())

  const commit = (...steps: readonly StepRecord[]) => database.journal.commit(steps)
  const reload = async (row: ConversationRow) =>
    (await runAsJournal(database, (tx) => loadConversation(tx, row)))!
  const plannedFor = (row: ConversationRow) => runAsJournal(database, (tx) => timersOf(tx, row))

  const at = (id: string, generation: number) =>
    ({ id, generation, kind: 'reminder', block: 'ask', dueAt: NOW + generation }) as const

  test('arming again replaces, cancelling removes its own generation only', async () => {
    let row = await newConversation(database, storeId)
    const after = async (changes: Partial<StepRecord>) => {
      expect(await commit(stepFrom(row, changes))).toEqual(new Set([row.id]))
      row = await reload(row)
      return plannedFor(row)
    }
    expect(await after({ schedule: [at('remind', 1), at('give-up', 2)] })).toEqual([
      at('remind', 1),
      at('give-up', 2),
    ])
    expect(await after({ schedule: [at('remind', 3)] })).toEqual([at('give-up', 2), at('remind', 3)])
    expect(await after({ cancel: [{ id: 'remind', generation: 1 }] })).toEqual([
      at('give-up', 2),
      at('remind', 3),
    ])
    expect(await after({ cancel: [{ id: 'remind', generation: 3 }] })).toEqual([at('give-up', 2)])
  })

  test('one step may cancel and arm the same id, in any order of generations', async () => {
    let row = await newConversation(database, storeId)
    const changes = fc.record({
      schedule: fc.array(
        fc.record({ id: fc.constantFrom('a', 'b'), generation: fc.integer({ min: 1, max: 4 }) }),
        { maxLength: 3 },
      ),
      cancel: fc.array(
        fc.record({ id: fc.constantFrom('a', 'b'), generation: fc.integer({ min: 1, max: 4 }) }),
        { maxLength: 3 },
      ),
    })
    const expected = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(changes, async ({ schedule, cancel }) => {
        const steps = schedule.map(({ id, generation }) => at(id, generation))
        expect((await commit(stepFrom(row, { schedule: steps, cancel }))).size).toBe(1)
        row = await reload(row)
        const cancelled = (id: string, generation: number) =>
          cancel.some((timer) => timer.id === id && timer.generation === generation)
        const armed = schedule.filter(({ id, generation }) => !cancelled(id, generation))
        for (const [id, generation] of expected) if (cancelled(id, generation)) expected.delete(id)
        for (const { id, generation } of armed) expected.set(id, generation)
        const planned = await plannedFor(row)
        expect(Object.fromEntries(planned.map(({ id, generation }) => [id, generation]))).toEqual(
          Object.fromEntries(expected),
        )
      }),
      { numRuns: 60 },
    )
  })
})
