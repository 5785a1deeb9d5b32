import { describe, expect, test } from 'vitest'
import { hearClosingPhrase } from './hear-closing-phrase.ts'

describe('closing phrases (STS-07, STS-09)', () => {
  test.for([
    ['好的', true],
    ['好的谢谢', true],
    ['好的，谢谢！', true],
    ['好的好的好的', true],
    ['好的好的好的好的', false],
    ['好的,那什么时候发货?', false],
    ['谢谢!', true],
    ['谢谢你们的茶', false],
    ['thanks🙏', true],
    ['OKAY.', true],
    ['ＯＫ', true],
    ['Thank   you\nvery much', true],
    ['ok, thanks, bye', true],
    ['ok thanks bye bye', false],
    ['thanks but no', false],
    ['👍', true],
    ['🙏🏽❤️ 👨‍👩‍👧', true],
    ['👍?', false],
    ['好的？', false],
    ['?', false],
    ['…', false],
    ['', false],
    ['   ', false],
    ['1', false],
    [`ok${' '.repeat(200)}`, false],
  ] as const)('“%s”: %s', ([text, closes]) => {
    expect(hearClosingPhrase(text, true)).toBe(closes)
  })

  test.for(['好的谢谢', '👍'])('“%s” of a buyer who still waits for an answer closes nothing', (text) => {
    expect(hearClosingPhrase(text, false)).toBe(false)
  })

  test('a list of the store’s own', () => {
    expect(hearClosingPhrase('Servus!', true, ['servus'])).toBe(true)
    expect(hearClosingPhrase('thanks', true, ['servus'])).toBe(false)
  })

  test('a phrase of emoji alone is no phrase', () => {
    expect(hearClosingPhrase('what is this', true, ['🙏', '!!'])).toBe(false)
    expect(hearClosingPhrase('servus', true, ['🙏', 'servus'])).toBe(true)
  })
})
