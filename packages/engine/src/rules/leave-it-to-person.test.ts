import { describe, expect, test } from 'vitest'
import { leaveItToPerson } from './leave-it-to-person.ts'

describe('a person in charge (STA-02, SQ-08)', () => {
  test.for([
    ['robot', undefined],
    ['waiting', undefined],
    ['human', 'HUMAN_IN_CHARGE'],
    ['closed', undefined],
  ] as const)('%s', ([handling, code]) => {
    expect(leaveItToPerson(handling)?.code).toBe(code)
  })
})
