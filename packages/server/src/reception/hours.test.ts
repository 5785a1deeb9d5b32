import { DEFAULT_RECEPTION_SETTINGS, type ReceptionSettings } from '@shopbell/protocol'
import { describe, expect, test } from 'vitest'
import type { KeptSetting } from '../store/settings.ts'
import { hoursFacts, openingOf, storeHours } from './hours.ts'

const OFFICE = { from: 540, until: 1_080 }
const NIGHT = { from: 1_080, until: 1_980 }
const daily = (range: typeof OFFICE) => Array.from({ length: 7 }, () => [range])
const NIGHTLY: ReceptionSettings = {
  ...DEFAULT_RECEPTION_SETTINGS,
  mode: 'custom',
  robot: daily(NIGHT),
  office: daily(OFFICE),
}
const OFF: ReceptionSettings = { ...DEFAULT_RECEPTION_SETTINGS, mode: 'off' }
const SALES_2 = 7

const kept = (accountId: number | null, value: ReceptionSettings | null): KeptSetting<ReceptionSettings> => ({
  ...{ accountId, value, revision: 1, changedAt: 0, changedBy: 'Lin' },
})
const NOON = Date.parse('2026-05-08T04:00:00Z')
const EVENING = Date.parse('2026-05-08T10:00:00Z')
const MORNING_AFTER = Date.parse('2026-05-09T01:00:00Z')

describe('what the engine is told of the hours', () => {
  const shanghai = (...rows: readonly KeptSetting<ReceptionSettings>[]) => storeHours(rows, 'Asia/Shanghai')

  test('nobody has set anything: people are there, and the robot is on', () => {
    expect(hoursFacts(shanghai(), null, NOON)).toEqual({ openNow: true })
  })

  test('at noon people receive, and the robot is off until six in the evening, store time', () => {
    expect(hoursFacts(shanghai(kept(null, NIGHTLY)), null, NOON)).toEqual({
      openNow: true,
      robotOff: { by: 'hours', until: EVENING },
    })
  })

  test('the end is the same for every moment before it, and another one on the next day', () => {
    const hours = shanghai(kept(null, NIGHTLY))
    const endsAt = (at: number) => hoursFacts(hours, null, at).robotOff?.until
    expect([endsAt(NOON + 1), endsAt(NOON), endsAt(EVENING - 1)]).toEqual([EVENING, EVENING, EVENING])
    expect(endsAt(MORNING_AFTER)).toBe(EVENING + 24 * 3_600_000)
    expect(endsAt(NOON)).toBe(EVENING)
  })

  test('in the evening it is the other way round', () => {
    expect(hoursFacts(shanghai(kept(null, NIGHTLY)), null, EVENING)).toEqual({ openNow: false })
  })

  test('a robot that is switched off is off for nobody knows how long', () => {
    expect(hoursFacts(shanghai(kept(null, OFF)), null, NOON)).toEqual({
      openNow: true,
      robotOff: { by: 'mode', until: null },
    })
  })

  test('parts that are switched off are named in their order (SCH-12)', () => {
    const parts = { welcome: true, recommendation: false, faq_list: true, smart_questions: false }
    const without = { ...DEFAULT_RECEPTION_SETTINGS, parts }
    expect(hoursFacts(shanghai(kept(null, without)), null, NOON)).toEqual({
      openNow: true,
      without: ['recommendation', 'smart_questions'],
    })
  })

  test('whom the conversation is given to decides; who has nothing of their own follows the store (SCH-05)', () => {
    const both = shanghai(kept(null, NIGHTLY), kept(SALES_2, OFF))
    expect(hoursFacts(both, SALES_2, EVENING).robotOff).toEqual({ by: 'mode', until: null })
    expect(hoursFacts(both, SALES_2 + 1, EVENING).robotOff).toBeUndefined()
    expect(hoursFacts(both, null, EVENING).robotOff).toBeUndefined()
    const follows = shanghai(kept(null, NIGHTLY), kept(SALES_2, null))
    expect(hoursFacts(follows, SALES_2, EVENING).robotOff).toBeUndefined()
  })

  test('an account may keep the hours of another zone', () => {
    const inBerlin = { ...NIGHTLY, timeZone: 'Europe/Berlin' }
    expect(hoursFacts(shanghai(kept(SALES_2, inBerlin)), SALES_2, EVENING)).toEqual({
      openNow: true,
      robotOff: { by: 'hours', until: Date.parse('2026-05-08T16:00:00Z') },
    })
  })
})

test('a buyer reads when people are back', () => {
  const hours = storeHours([kept(null, NIGHTLY)], 'Asia/Shanghai')
  expect(openingOf(hours, NOON)).toEqual({ open: true })
  expect(openingOf(hours, EVENING)).toEqual({ open: false, opensAt: MORNING_AFTER })
  const never = storeHours([kept(null, { ...NIGHTLY, office: daily(OFFICE).map(() => []) })], 'UTC')
  expect(openingOf(never, NOON)).toEqual({ open: false })
})
