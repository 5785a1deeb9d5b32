import { expect, test } from 'vitest'
import { readFault } from './read-fault.ts'

test('strikes once, at the moment and the count that were asked for', () => {
  let strikes = 0
  const reached = readFault('committed:2', () => (strikes += 1))
  const counts = (['committed', 'decided', 'committed', 'committed'] as const).map((moment) => {
    reached?.(moment)
    return strikes
  })
  expect(counts).toEqual([0, 0, 1, 1])
})

test.for([undefined, '', 'committed', 'committed:0', 'told:1', 'committed:1:2'])(
  '%s asks for nothing',
  (text) => {
    expect(readFault(text, () => undefined)).toBeNull()
  },
)
