import { describe, expect, test } from 'vitest'
import { receiveOnceADay } from './receive-once-a-day.ts'

const at = (time: string): number => Date.parse(time)
const TODAY = { code: 'LIST_ALREADY_TODAY' }

describe('once on a store-day (FAQ-11, FAQ-12, PUB-02, PUB-03, PUB-07, WEL-14)', () => {
  test.for([
    ['nothing was received yet', null, '2026-03-01T12:00:00Z', 'Asia/Shanghai', null],
    ['the same moment', '2026-03-01T12:00:00Z', '2026-03-01T12:00:00Z', 'Asia/Shanghai', TODAY],
    ['morning and evening', '2026-03-01T01:00:00Z', '2026-03-01T15:59:59Z', 'Asia/Shanghai', TODAY],
    ['a second apart over midnight', '2026-03-01T15:59:59Z', '2026-03-01T16:00:00Z', 'Asia/Shanghai', null],
    ['the same two in UTC', '2026-03-01T15:59:59Z', '2026-03-01T16:00:00Z', 'UTC', TODAY],
    [
      '23 hours later on the short day’s morrow',
      '2026-03-08T05:00:00Z',
      '2026-03-09T04:00:00Z',
      'America/New_York',
      null,
    ],
    [
      '24 hours later within the long day',
      '2026-11-01T04:00:00Z',
      '2026-11-02T04:00:00Z',
      'America/New_York',
      TODAY,
    ],
  ] as const)('%s', ([, receivedAt, now, timeZone, verdict]) => {
    const received = receivedAt === null ? null : at(receivedAt)
    expect(receiveOnceADay(at(now), received, { timeZone, oncePerDay: true, receivedHere: false })).toEqual(
      verdict,
    )
  })

  test.for([
    ['not in this session: again', false, null],
    ['in this session: no', true, TODAY],
  ] as const)('where a rule book allows more than once a day; received %s', ([, receivedHere, verdict]) => {
    const moment = at('2026-03-01T12:00:00Z')
    expect(receiveOnceADay(moment, moment, { timeZone: 'UTC', oncePerDay: false, receivedHere })).toEqual(
      verdict,
    )
  })
})
