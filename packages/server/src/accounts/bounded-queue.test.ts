import { expect, test } from 'vitest'
import { createBoundedQueue } from './bounded-queue.ts'

/** Work that ends when told to. */
function pieceOfWork() {
  const end = Promise.withResolvers<string>()
  let begun = false
  const work = () => {
    begun = true
    return end.promise
  }
  return { work, finish: end.resolve, fail: end.reject, hasBegun: () => begun }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('two run, the third waits for one to end, the fourth is turned away', async () => {
  const queue = createBoundedQueue({ running: 2, waiting: 1 })
  const [first, second, third, fourth] = [pieceOfWork(), pieceOfWork(), pieceOfWork(), pieceOfWork()]
  const results = [queue.run(first.work), queue.run(second.work), queue.run(third.work)]
  expect(queue.run(fourth.work)).toBeNull()
  await turn()
  expect([first, second, third, fourth].map((piece) => piece.hasBegun())).toEqual([true, true, false, false])

  first.finish('one')
  expect(await results[0]).toBe('one')
  await turn()
  expect(third.hasBegun()).toBe(true)
  second.finish('two')
  third.finish('three')
  expect([await results[0], await results[1], await results[2]]).toEqual(['one', 'two', 'three'])
})

test('work that fails makes room like work that ends', async () => {
  const queue = createBoundedQueue({ running: 1, waiting: 1 })
  const [first, second] = [pieceOfWork(), pieceOfWork()]
  const failing = queue.run(first.work)
  const waiting = queue.run(second.work)
  await turn()
  first.fail(new Error('broken'))
  await expect(failing).rejects.toThrow('broken')
  second.finish('done')
  expect(await waiting).toBe('done')
})
