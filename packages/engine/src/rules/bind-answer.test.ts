import { describe, expect, test } from 'vitest'
import { bindAnswer } from './bind-answer.ts'

describe('which answer a tap gets (PUB-05, PUB-12)', () => {
  test.for([
    ['a corrected price does not wait for a day', 'now 9', 'was 10', 'live', 'now 9'],
    ['gone or off since: the answer of the held list', undefined, 'was 10', 'live', 'was 10'],
    ['on in the live list only', 'now 9', undefined, 'live', 'now 9'],
    ['pinned: always the held one', 'now 9', 'was 10', 'pinned', 'was 10'],
    ['pinned, and not in the held list', 'now 9', undefined, 'pinned', 'now 9'],
    ['in neither', undefined, undefined, 'live', undefined],
  ] as const)('%s', ([, live, held, binding, answer]) => {
    expect(bindAnswer<string>(live, held, binding)).toBe(answer)
  })
})
