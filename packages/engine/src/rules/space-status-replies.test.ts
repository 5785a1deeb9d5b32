import { describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../time/duration.ts'
import { spaceStatusReplies } from './space-status-replies.ts'
import type { StatusKind, StatusMemory } from './status-reply.ts'

/** Noon in Shanghai. */
const NOON = Date.parse('2026-06-15T04:00:00Z')
const MIDNIGHT = NOON - 12 * HOUR_MS

describe('status replies keep their distance (STS-05, STS-06, STS-07, STS-10)', () => {
  test.for<[string, StatusKind, StatusMemory, boolean, boolean]>([
    ['a first reply to a buyer who had none', 'status_first', {}, false, true],
    ['a second one of the same person that day', 'status_first', { first: { li: MIDNIGHT } }, false, false],
    ['one the day after', 'status_first', { first: { li: MIDNIGHT - 1 } }, false, true],
    ['one of another person', 'status_first', { first: { wu: NOON - 1 } }, false, true],
    ['a busy reply after ten minutes', 'status_busy', { busyAt: NOON - 10 * MINUTE_MS }, false, true],
    ['one a millisecond sooner', 'status_busy', { busyAt: NOON - 10 * MINUTE_MS + 1 }, false, false],
    [
      'a busy reply is not kept back by others',
      'status_busy',
      { awayAt: NOON, first: { li: NOON } },
      true,
      true,
    ],
    ['a closing reply', 'status_closing', {}, false, true],
    ['a second one in the session', 'status_closing', {}, true, false],
    ['nobody is there, told already today', 'away', { awayAt: MIDNIGHT }, false, false],
    ['nobody is there, told yesterday', 'away', { awayAt: MIDNIGHT - 1 }, false, true],
  ])('%s', ([, kind, memory, closed, allowed]) => {
    const verdict = spaceStatusReplies(NOON, kind, { memory, closed, agent: 'li', timeZone: 'Asia/Shanghai' })
    expect(verdict).toEqual(allowed ? null : { code: 'STATUS_SENT_LATELY', because: { kind } })
  })
})
