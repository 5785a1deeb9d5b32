import { describe, expect, test } from 'vitest'
import { en } from './en.ts'
import { sayDay, sayTime } from './say-when.ts'
import { fill, speechFor } from './words.ts'
import { zhCn } from './zh-cn.ts'

describe('the two languages', () => {
  test('have the same keys', () => {
    expect(Object.keys(zhCn).sort()).toEqual(Object.keys(en).sort())
  })

  test.for(Object.entries(en))('%s has the same gaps in both and is not empty', ([key, words]) => {
    const chinese = Object.entries(zhCn).find(([name]) => name === key)?.[1] ?? ''
    expect(gaps(chinese)).toEqual(gaps(words))
    expect(words.trim()).not.toBe('')
    expect(chinese.trim()).not.toBe('')
  })

  test.for(Object.entries(zhCn))('%s is Chinese by the house rules', ([, words]) => {
    expect(words).toMatch(/\p{Script=Han}/u)
    expect(words).not.toMatch(/[!！]|成功|[,.;:?]/)
  })
})

test.for([
  ['zh', 'zh-CN'],
  ['zh-Hant-TW', 'zh-CN'],
  ['en-GB', 'en-GB'],
  ['de', 'en'],
  ['zhx', 'en'],
  ['', 'en'],
] as const)('a page in "%s" is spoken to in %s', async ([locale, spoken]) => {
  expect((await speechFor(locale)).locale).toBe(spoken)
})

test('a gap without a value stays visible', () => {
  expect(fill('{n} of {max}', { n: 3 })).toBe('3 of {max}')
})

test('days are said as the buyer would', async () => {
  const speech = await speechFor('en')
  const chinese = await speechFor('zh-CN')
  const noon = new Date(2026, 10, 22, 12).getTime()
  expect(sayDay(noon, noon, speech)).toBe('today')
  expect(sayDay(new Date(2026, 10, 21, 23, 59).getTime(), noon, speech)).toBe('yesterday')
  expect(sayDay(new Date(2026, 10, 23, 0, 1).getTime(), noon, chinese)).toBe('明天')
  expect(sayDay(new Date(2026, 10, 2).getTime(), noon, speech)).toBe('Mon, Nov 2')
  expect(sayTime(new Date(2026, 10, 22, 9, 5).getTime(), speech)).toBe('09:05')
})

function gaps(words: string): readonly string[] {
  return [...words.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort()
}
