import { expect, test } from 'vitest'
import { momentInWords } from './moment-in-words.ts'

const AT = Date.parse('2026-03-02T01:05:00Z')

test.for([
  ['Asia/Shanghai', 'en', 'Monday 2026-03-02, 09:05'],
  ['Asia/Shanghai', 'zh-CN', '2026-03-02（周一）09:05'],
  ['Asia/Shanghai', 'de', '2026-03-02 09:05'],
  ['America/New_York', 'en-GB', 'Sunday 2026-03-01, 20:05'],
] as const)('in %s, for who reads %s (STS-10)', ([zone, locale, words]) => {
  expect(momentInWords(AT, zone, locale)).toBe(words)
})
