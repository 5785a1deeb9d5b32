import { expect, test } from 'vitest'
import { remember } from './remembered.ts'

test('a value is read once for a while, and again when it is forgotten', async () => {
  let now = 0
  let reads = 0
  const remembered = remember({ now: () => now }, () => Promise.resolve(++reads))
  expect(await Promise.all([remembered.get('a'), remembered.get('a')])).toEqual([1, 1])
  now = 4_999
  expect(await remembered.get('a')).toBe(1)
  now = 5_000
  expect(await remembered.get('a')).toBe(2)
  remembered.forget('a')
  expect(await remembered.get('a')).toBe(3)
  remembered.put('a', 9)
  expect(await remembered.get('a')).toBe(9)
})

test('a failure is not remembered', async () => {
  let fails = true
  const remembered = remember({ now: () => 0 }, () =>
    fails ? Promise.reject(new Error('away')) : Promise.resolve('here'),
  )
  await expect(remembered.get('a')).rejects.toThrow('away')
  fails = false
  expect(await remembered.get('a')).toBe('here')
})
