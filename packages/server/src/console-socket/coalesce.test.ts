import { expect, test } from 'vitest'
import { coalesce } from './coalesce.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('calls that come while it runs become one more run', async () => {
  const ends: (() => void)[] = []
  let rests = 0
  const reading = coalesce(
    () =>
      new Promise((resolve) => {
        ends.push(resolve)
      }),
    () => (rests += 1),
  )
  reading.run()
  reading.run()
  reading.run()
  expect(ends).toHaveLength(1)
  ends[0]!()
  await turn()
  expect([ends.length, rests]).toEqual([2, 0])
  ends[1]!()
  await turn()
  expect([ends.length, rests]).toEqual([2, 1])
  reading.run()
  expect(ends).toHaveLength(3)
})
