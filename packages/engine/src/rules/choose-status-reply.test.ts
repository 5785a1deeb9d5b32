import { describe, expect, test } from 'vitest'
import { chooseStatusReply, type MetState } from './choose-status-reply.ts'
import type { StatusKind } from './status-reply.ts'

const ALL: readonly StatusKind[] = ['status_first', 'away', 'status_busy', 'status_closing']
const met = (...what: readonly (keyof MetState)[]): MetState => ({
  closes: what.includes('closes'),
  busy: what.includes('busy'),
  nobody: what.includes('nobody'),
  first: what.includes('first'),
})

describe('one status reply, by what matters most (STS-01, STS-02, STS-03, STS-08, STS-10)', () => {
  test.for<[string, MetState, readonly StatusKind[], StatusKind | null]>([
    ['nothing special', met(), ALL, null],
    ['the first message', met('first'), ALL, 'status_first'],
    ['somebody busy', met('busy'), ALL, 'status_busy'],
    ['the first message to somebody busy', met('busy', 'first'), ALL, 'status_busy'],
    ['nobody there', met('nobody', 'first'), ALL, 'away'],
    ['thanks', met('closes'), ALL, 'status_closing'],
    ['thanks to somebody busy', met('closes', 'busy', 'first'), ALL, 'status_closing'],
    [
      'thanks where the closing reply is off',
      met('closes', 'busy', 'first'),
      ['status_busy', 'status_first'],
      null,
    ],
    ['busy, and that reply is off', met('busy', 'first'), ['status_first'], 'status_first'],
    ['all is off', met('closes', 'busy', 'nobody', 'first'), [], null],
  ])('%s', ([, state, on, kind]) => {
    expect(chooseStatusReply(state, (one) => on.includes(one))).toBe(kind)
  })
})
