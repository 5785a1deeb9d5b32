import { describe, expect, test } from 'vitest'
import { sayWhatStillHolds } from './say-what-still-holds.ts'
import type { StatusKind } from './status-reply.ts'

const HERE = { switchedOn: true, busy: false, nobody: false }

describe('a delayed status reply is still true when it is sent (STS-11)', () => {
  test.for<[string, StatusKind, typeof HERE, boolean]>([
    ['busy all the while', 'status_busy', { ...HERE, busy: true }, true],
    ['no longer busy', 'status_busy', HERE, false],
    ['still nobody there', 'away', { ...HERE, nobody: true }, true],
    ['somebody came', 'away', HERE, false],
    ['the first message stays the first', 'status_first', HERE, true],
    ['thanks stay thanks', 'status_closing', HERE, true],
    ['switched off meanwhile', 'status_first', { ...HERE, switchedOn: false }, false],
  ])('%s', ([, kind, state, allowed]) => {
    expect(sayWhatStillHolds(kind, state)).toEqual(
      allowed ? null : { code: 'STATUS_NO_LONGER_TRUE', because: { kind } },
    )
  })
})
