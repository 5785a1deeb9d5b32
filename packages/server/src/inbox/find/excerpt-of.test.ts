import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from './excerpt-of.ts'

const marked = (text: string, ...terms: string[]) =>
  excerptOf(text, terms)
    ?.map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('') ?? null

test.for([
  ['marks every hit', 'Two colours, two prices', ['two'], '[Two] colours, [two] prices'],
  ['marks accents as they were written', 'Ein Café bitte', ['cafe'], 'Ein [Café] bitte'],
  ['marks Chinese', '这个水瓶多少钱', ['水瓶'], '这个[水瓶]多少钱'],
  ['merges what overlaps', 'bottles', ['bottle', 'ottles'], '[bottles]'],
  ['marks two letters at a word’s begin only', 'to tomato', ['to'], '[to] [to]mato'],
  ['makes one line of many', 'one\n\ntwo', ['two'], 'one [two]'],
  ['says so where there is nothing', 'nothing here', ['bottle'], null],
] as const)('%s', ([, text, terms, expected]) => {
  expect(marked(text, ...terms)).toBe(expected)
})

test('a long text is shown around its first hit', () => {
  const shown = marked(`${'lorem ipsum '.repeat(40)}the bottle ${'dolor sit '.repeat(40)}`, 'bottle')!
  expect(shown).toMatch(/^….*\[bottle\].*…$/)
  expect(shown.length).toBeLessThan(180)
})

test('the pieces together are a part of the text, whatever is looked for', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.array(fc.string({ unit: fc.constantFrom(...'abeé水瓶'), minLength: 1, maxLength: 4 }), {
        maxLength: 3,
      }),
      (text, terms) => {
        const parts = excerptOf(text, terms)
        if (parts === null) return
        const together = parts.map((part) => part.text).join('')
        const line = text.replace(/\s+/g, ' ').trim()
        expect(line.toWellFormed()).toContain(together.replace(/^…/, '').replace(/…$/, ''))
        expect(parts.some(({ hit }) => hit)).toBe(true)
      },
    ),
  )
})
