import { describe, expect, test } from 'vitest'
import { profileOfDay } from './profile-of-day.ts'

/** Three rule books of one store; in no order, as nobody promises one. */
const CHANGES = [
  { from: '2026-11-01', book: 'own' },
  { from: '2026-11-24', book: 'thirty days' },
  { from: '2026-03-08', book: 'daily' },
] as const

describe('the rule book of a day (PRF-02)', () => {
  test.for([
    ['before the first change', 'UTC', '2026-03-07T23:59:59.999Z', 'first'],
    ['the first instant of its day', 'UTC', '2026-03-08T00:00:00Z', 'daily'],
    ['the last instant before the next one', 'UTC', '2026-10-31T23:59:59.999Z', 'daily'],
    ['the next one’s day', 'UTC', '2026-11-01T00:00:00Z', 'own'],
    ['a second before midnight in Shanghai', 'Asia/Shanghai', '2026-11-23T15:59:59Z', 'own'],
    ['midnight in Shanghai', 'Asia/Shanghai', '2026-11-23T16:00:00Z', 'thirty days'],
    ['long after the last', 'Asia/Shanghai', '2030-01-01T00:00:00Z', 'thirty days'],
    ['New York, midnight of the short day', 'America/New_York', '2026-03-08T05:00:00Z', 'daily'],
    ['New York, a second before it', 'America/New_York', '2026-03-08T04:59:59Z', 'first'],
    ['New York, midnight of the long day', 'America/New_York', '2026-11-01T04:00:00Z', 'own'],
    ['New York, the end of the long day', 'America/New_York', '2026-11-02T04:59:59Z', 'own'],
    ['a day without midnight begins at one: before', 'Asia/Beirut', '2026-03-28T21:59:59Z', 'daily'],
    [
      'moved from Shanghai to Los Angeles, it is the day before',
      'America/Los_Angeles',
      '2026-11-23T16:00:00Z',
      'own',
    ],
    [
      'and the same midnight comes once more, there',
      'America/Los_Angeles',
      '2026-11-24T08:00:00Z',
      'thirty days',
    ],
    [
      'moved eastwards over midnight, the day has come',
      'Pacific/Kiritimati',
      '2026-11-23T10:00:00Z',
      'thirty days',
    ],
  ] as const)('%s', ([, timeZone, at, book]) => {
    expect(profileOfDay(Date.parse(at), timeZone, { first: 'first', changes: CHANGES })).toBe(book)
  })

  test('a day that a country left out still begins the rule book', () => {
    const changes = [{ from: '2011-12-30', book: 'new' }]
    const bookAt = (at: string) => profileOfDay(Date.parse(at), 'Pacific/Apia', { first: 'old', changes })
    expect(bookAt('2011-12-30T09:59:59Z')).toBe('old')
    expect(bookAt('2011-12-30T10:00:00Z')).toBe('new')
  })

  test('where nothing was changed it is the first', () => {
    expect(profileOfDay(0, 'UTC', { first: 'first', changes: [] })).toBe('first')
  })
})
