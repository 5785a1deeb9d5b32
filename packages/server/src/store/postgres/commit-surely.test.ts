import { expect, test } from 'vitest'
import type { StepRecord } from '../step-record.ts'
import { UnfitStep } from '../unfit-step.ts'
import { commitSurely, type CommitWays } from './commit-surely.ts'

const idsOf = (steps: readonly StepRecord[]) => new Set(steps.map(({ conversationId }) => conversationId))

function step(conversationId: number): StepRecord {
  return {
    storeId: 1,
    conversationId,
    expectedRevision: 0,
    head: 0,
    handling: 'robot',
    session: null,
    flowVersion: null,
    buyer: { lastContactAt: null, receivedAt: null, held: null, tapped: false },
    lanes: {},
    waitingSince: null,
    lastAt: 0,
    assigneeId: null,
    messages: [],
    answers: [],
    schedule: [],
    cancel: [],
    entry: { at: 0, event: { type: 'closed', at: 0, by: 'test' }, facts: {}, refusals: [] },
  }
}

const lost = () => Promise.reject(Object.assign(new Error('lost'), { code: '57P01' }))

/** A database that does what it is told, turn by turn. */
function ways(turns: Partial<CommitWays>): CommitWays & { readonly pauses: readonly number[] } {
  const pauses: number[] = []
  return {
    commit: (steps) => Promise.resolve(idsOf(steps)),
    findCommitted: () => Promise.resolve(new Set()),
    pause: (ms) => {
      pauses.push(ms)
      return Promise.resolve()
    },
    ...turns,
    pauses,
  }
}

test('what was committed before the answer got lost is read back, and only the rest is written again', async () => {
  const written: number[][] = []
  const committed = await commitSurely(
    ways({
      commit: (steps) => {
        written.push([...idsOf(steps)])
        return written.length === 1 ? lost() : Promise.resolve(idsOf(steps))
      },
      findCommitted: () => Promise.resolve(new Set([2])),
    }),
    [1, 2, 3].map(step),
  )
  expect(written).toEqual([
    [1, 2, 3],
    [1, 3],
  ])
  expect(committed).toEqual(new Set([1, 2, 3]))
})

test('a batch that was committed whole is not written again', async () => {
  let writes = 0
  const committed = await commitSurely(
    ways({
      commit: () => {
        writes += 1
        return lost()
      },
      findCommitted: (steps) => Promise.resolve(idsOf(steps)),
    }),
    [1, 2].map(step),
  )
  expect(committed).toEqual(new Set([1, 2]))
  expect(writes).toBe(1)
})

test('a step that another node beat is not in the answer', async () => {
  const committed = await commitSurely(
    ways({ commit: () => Promise.resolve(new Set([1])) }),
    [1, 2].map(step),
  )
  expect(committed).toEqual(new Set([1]))
})

test('a database that stays away ends in a failure, never in an answer', async () => {
  const away = ways({ commit: lost, findCommitted: lost })
  await expect(commitSurely(away, [step(1)])).rejects.toThrow('lost')
  expect(away.pauses).toEqual([20, 100, 500, 1_000])
})

test.for([Object.assign(new Error('NUL'), { code: '22P05' }), new UnfitStep('a gap')])(
  'a row that is refused for good (%s) is not tried again',
  async (refusal) => {
    const refusing = ways({ commit: () => Promise.reject(refusal) })
    await expect(commitSurely(refusing, [step(1)])).rejects.toBe(refusal)
    expect(refusing.pauses).toEqual([])
  },
)
