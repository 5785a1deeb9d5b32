import { describe, expect, test } from 'vitest'
import { holdNewestList } from './hold-newest-list.ts'

describe('the list a buyer holds (FAQ-16, PUB-05)', () => {
  test.for([
    ['the newest one', 7, 7, true],
    ['an older one', 3, 7, false],
    ['one that was never sent', 9, 7, false],
    ['none was ever sent', 1, null, false],
  ] as const)('%s', ([, tapped, held, isHeld]) => {
    expect(holdNewestList(tapped, held)).toBe(isHeld)
  })
})
