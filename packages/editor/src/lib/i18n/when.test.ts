import { expect, test } from 'vitest'
import { clockTime, dayName, duration, languageName, listTime } from './when.ts'

const noon = new Date(2026, 10, 20, 12, 0).getTime()
const minutes = (n: number) => n * 60_000
const days = (n: number) => n * 86_400_000

test.for([
  ['today shows the time', noon - minutes(14), '11:46'],
  ['yesterday shows the weekday', noon - days(1), 'Thu'],
  ['six days ago still shows the weekday', noon - days(6), 'Sat'],
  ['a week ago shows the date', noon - days(7), 'Nov 13'],
] as const)('%s', ([, at, expected]) => {
  expect(listTime('en', at, noon)).toBe(expected)
})

test('midnight belongs to the day that begins', () => {
  const midnight = new Date(2026, 10, 20, 0, 0).getTime()
  expect(dayName('en', midnight, noon)).toBe('Today')
  expect(dayName('en', midnight - 1, noon)).toBe('Yesterday')
  expect(dayName('zh-CN', midnight - 1, noon)).toBe('昨天')
  expect(clockTime('en', midnight)).toBe('00:00')
})

test.for([
  ['en', 0, '1 min'],
  ['en', minutes(59), '59 min'],
  ['en', minutes(60), '1 hr'],
  ['en', days(3) + minutes(61), '3 days'],
  ['zh-CN', minutes(5), '5 分钟'],
] as const)('%s: %i ms is "%s"', ([locale, lengthMs, expected]) => {
  expect(duration(locale, lengthMs)).toBe(expected)
})

test('a language tag nobody knows is shown as it came', () => {
  expect(languageName('en', 'de')).toBe('German')
  expect(languageName('zh-CN', 'de')).toBe('德语')
  expect(languageName('zh-CN', 'zh-CN')).toBe('简体中文')
  expect(languageName('en', 'not-a-tag-of-anything-known')).toBe('not-a-tag-of-anything-known')
})
