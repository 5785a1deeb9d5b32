import { expect, test } from 'vitest'
import { createCommitter } from './committer.ts'

interface OneStep {
  readonly conversationId: number
  readonly bad?: boolean
}

/** A database that answers when it is told to. */
function slowDatabase(answer: (steps: readonly OneStep[]) => ReadonlySet<number>) {
  const batches: (readonly OneStep[])[] = []
  const waiting: (() => void)[] = []
  return {
    batches,
    write: (steps: readonly OneStep[]) => {
      batches.push(steps)
      return new Promise<ReadonlySet<number>>((resolve, reject) => {
        waiting.push(() => {
          try {
            resolve(answer(steps))
          } catch (error) {
            reject(error)
          }
        })
      })
    },
    answerAll: async () => {
      while (waiting.length > 0) {
        waiting.shift()?.()
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
      }
    },
  }
}

const all = (steps: readonly OneStep[]) => new Set(steps.map(({ conversationId }) => conversationId))
const step = (conversationId: number): OneStep => ({ conversationId })

class DatabaseError extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

test('what gathers while one batch is written goes together in the next', async () => {
  const database = slowDatabase(all)
  const committer = createCommitter({ write: database.write, maxBatch: 3, maxWaiting: 100 })
  const outcomes = Promise.all([1, 2, 3, 4, 5].map((id) => committer.commit(step(id))))
  await database.answerAll()
  expect(await outcomes).toEqual(Array.from({ length: 5 }, () => 'committed'))
  expect(database.batches.map((batch) => batch.length)).toEqual([1, 3, 1])
  expect(committer.isIdle()).toBe(true)
})

test('a step that lost its race is told so, the others of its batch are not', async () => {
  const database = slowDatabase((steps) => new Set([...all(steps)].filter((id) => id !== 2)))
  const committer = createCommitter({ write: database.write, maxBatch: 10, maxWaiting: 100 })
  const outcomes = Promise.all([1, 2, 3].map((id) => committer.commit(step(id))))
  await database.answerAll()
  expect(await outcomes).toEqual(['committed', 'conflict', 'committed'])
})

test('a row that the database will never take fails alone', async () => {
  const database = slowDatabase((steps) => {
    if (steps.some(({ bad }) => bad)) throw new DatabaseError('22P05')
    return all(steps)
  })
  const committer = createCommitter({ write: database.write, maxBatch: 10, maxWaiting: 100 })
  const first = committer.commit(step(1))
  const others = [2, 3, 4, 5, 6].map((id) => committer.commit({ conversationId: id, bad: id === 5 }))
  const outcomes = Promise.allSettled([first, ...others])
  await database.answerAll()
  const settled = await outcomes
  expect(settled.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
})

test('a lost connection fails the whole batch at once: halving it would only ask again and again', async () => {
  const database = slowDatabase(() => {
    throw new DatabaseError('57P01')
  })
  const committer = createCommitter({ write: database.write, maxBatch: 10, maxWaiting: 100 })
  const outcomes = Promise.allSettled([1, 2, 3, 4].map((id) => committer.commit(step(id))))
  await database.answerAll()
  expect((await outcomes).every(({ status }) => status === 'rejected')).toBe(true)
  expect(database.batches.map((batch) => batch.length)).toEqual([1, 3])
})

test('too much waiting is refused instead of remembered', async () => {
  const database = slowDatabase(all)
  const committer = createCommitter({ write: database.write, maxBatch: 10, maxWaiting: 2 })
  const outcomes = [1, 2, 3, 4].map((id) => committer.commit(step(id)))
  await expect(outcomes[3]).resolves.toBe('busy')
  await database.answerAll()
  expect(await Promise.all(outcomes)).toEqual(['committed', 'committed', 'committed', 'busy'])
})
