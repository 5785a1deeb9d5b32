import { describe, expect, test } from 'vitest'
import { DAY_MS, SECOND_MS } from '../time/duration.ts'
import { greetAfterSilence } from './greet-after-silence.ts'

const NOW = Date.parse('2026-06-15T12:00:00Z')
const after = (silenceMs: number): number => NOW - silenceMs

describe('greeting after silence (WEL-01, WEL-03, WEL-06, SQ-10)', () => {
  test.for([
    ['a first contact is greeted', null, 30, null],
    ['exactly thirty days of silence are greeted', after(30 * DAY_MS), 30, null],
    ['a second less is not: 29 d 23:59:59', after(30 * DAY_MS - SECOND_MS), 30, 29],
    ['a millisecond less is not', after(30 * DAY_MS - 1), 30, 29],
    ['contact a moment ago is no silence', after(0), 30, 0],
    ['a contact of the future is no silence', after(-DAY_MS), 30, -1],
    ['where no days are asked for, silence does not matter', after(0), null, null],
    ['no days at all are always over', after(0), 0, null],
    ['one day', after(DAY_MS), 1, null],
  ] as const)('%s', ([, lastContactAt, idleDays, days]) => {
    const reason = days === null ? null : { code: 'CONTACT_TOO_RECENT', because: { days } }
    expect(greetAfterSilence(NOW, lastContactAt, idleDays)).toEqual(reason)
  })
})
