import { describe, expect, test } from 'vitest'
import { characterCount } from './character-count.ts'

describe('counting user-perceived characters (FAQ-05)', () => {
  test.for([
    ['nothing is nothing', '', 0],
    ['a text of spaces is nothing', ' \n\t ', 0],
    ['a family emoji is one', '👨‍👩‍👧‍👦', 1],
    ['a flag is one', '🇨🇳', 1],
    ['a thumb with a skin tone is one', '👍🏽', 1],
    ['ten Chinese characters are ten', '这款还有现货吗请问一', 10],
    ['one more is eleven', '这款还有现货吗请问一下', 11],
    ['e and a combining accent are one', 'e\u0301', 1],
    ['é in one code point is one', '\u00e9', 1],
    ['a Hangul syllable in three code points is one', '\u1112\u1161\u11ab', 1],
    ['a Devanagari syllable is one', 'क्षि', 1],
    ['an emoji among words is one more', '👍🏽很好的产品吗', 7],
    ['punctuation and spaces inside count', 'a, b!', 5],
    ['spaces around do not', '  ab  ', 2],
    ['a line end inside counts', 'a\nb', 3],
    ['CRLF inside counts once', 'a\r\nb', 3],
    ['CRLF around does not count', '\r\nab\r\n', 2],
    ['two line ends are two', 'a\r\n\r\nb', 4],
    ['"When do you ship?" is seventeen', 'When do you ship?', 17],
  ] as const)('%s', ([, text, count]) => {
    expect(characterCount(text)).toBe(count)
  })
})

describe('counting like Chinese consoles, wide one and other a half', () => {
  test.for([
    ['Latin letters are halves', 'ab', 1],
    ['an odd number of them leaves a half', 'abc', 1.5],
    ['"When do you ship?" is eight and a half', 'When do you ship?', 8.5],
    ['Chinese characters are whole', '什么时候发货', 6],
    ['full-width punctuation is whole', '发货？', 3],
    ['half-width punctuation is half', '发货?', 2.5],
    ['Japanese and Korean are whole', 'あア한', 3],
    ['an emoji is whole', '👨‍👩‍👧‍👦', 1],
    ['a line end is half', '一\r\n二', 2.5],
  ] as const)('%s', ([, text, count]) => {
    expect(characterCount(text, 'cjk')).toBe(count)
  })
})
