import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

/** `kept -went- +came+` */
const told = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ text, mark }) => (mark === 'del' ? `[-${text}-]` : mark === 'ins' ? `[+${text}+]` : text))
    .join('')

test.for([
  ['one word', '25 to 30 days after', '20 days after', '[-25 to 30-][+20+] days after'],
  ['a word more', 'In three days.', 'In about three days.', 'In [+about +]three days.'],
  ['Chinese, sign by sign', '三天后发货', '两天后发货', '[-三-][+两+]天后发货'],
  [
    'a long text that went for another',
    `Hello and welcome. ${'We make bottles. '.repeat(10)}Ask us.`,
    'Good day.',
    '[-Hello and welcome. We … make bottles. Ask us.-][+Good day.+]',
  ],
  ['another text', 'Hello there', 'Good morning', '[-Hello there-][+Good morning+]'],
  ['a first text', '', 'Hello', '[+Hello+]'],
  ['none any more', 'Hello', '', '[-Hello-]'],
  [
    'a long text that hardly changed',
    `${'We make bottles for brands. '.repeat(5)}Ask us.`,
    `${'We make bottles for brands. '.repeat(5)}Ask them.`,
    '… for brands. Ask [-us.-][+them.+]',
  ],
] as const)('%s', ([, before, after, shown]) => {
  expect(told(before, after)).toBe(shown)
})

test('a text of thousands of words is not compared', () => {
  const long = 'word '.repeat(5_000)
  expect(wordDiff(long, `${long}end`).map(({ mark }) => mark)).toEqual(['del', 'ins'])
})

test('what went and what stayed is the old text, what came and what stayed the new one', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'cc', '三', '天', ' ', '\n'), { maxLength: 12 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDiff(before, after)
      const side = (left: 'del' | 'ins') =>
        pieces
          .filter(({ mark }) => mark !== left)
          .map((piece) => piece.text)
          .join('')
      expect([side('ins'), side('del')]).toEqual([before, after])
    }),
  )
})
