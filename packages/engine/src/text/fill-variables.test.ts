import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillVariables, variablesOf } from './fill-variables.ts'

const KNOWN: Readonly<Record<string, string>> = {
  'store.name': 'Harbor',
  'answer.size': '750 ml',
  odd: '{{store.name}}',
}
const fill = (text: string): string => fillVariables(text, (name) => KNOWN[name])

describe('filling variables (WEL-07)', () => {
  test.for([
    ['a known one gets its value', 'Hi {{store.name}}!', 'Hi Harbor!'],
    ['spaces inside the braces do not matter', 'Hi {{ store.name }}!', 'Hi Harbor!'],
    ['a known one ignores its fallback', '{{store.name|us}}', 'Harbor'],
    ['an unknown one gives way to its fallback', 'Hello {{buyer.name|there}}.', 'Hello there.'],
    ['a fallback of several words is kept', '{{buyer.name|and welcome back}}', 'and welcome back'],
    ['the same one may stand twice', '{{odd.x|a}} {{odd.x|b}}', 'a b'],
    ['without a fallback nothing stands there, and no space before a comma', 'Hello {{x}}, hi', 'Hello, hi'],
    ['nor two spaces in a row', 'Hello {{x}} there', 'Hello there'],
    ['nor one at the end', 'Hello {{x}}', 'Hello'],
    ['nor one at the beginning of a line', 'a\n{{x}} b', 'a\nb'],
    ['an empty fallback is none', 'Hello {{x|}}!', 'Hello!'],
    ['spaces a seller wrote are kept', 'Vous voulez ?  Oui :)', 'Vous voulez ?  Oui :)'],
    ['list marks and line ends are kept', 'a\n- {{store.name}}\n- b', 'a\n- Harbor\n- b'],
    ['a name that cannot be one is removed', 'a {{1+1}} b', 'a  b'],
    ['an empty one is removed', 'a{{}}b', 'ab'],
    ['one that never closes loses its doubled brace', 'a {{store.name', 'a {store.name'],
    ['a value is not read again', 'a {{odd}}', 'a {store.name}'],
    ['empty values leave no doubled brace behind', '{{{x}}{{{x}}{a}}', '{a}'],
    ['single braces are the seller’s own', '{a} }b{', '{a} }b{'],
  ] as const)('%s', ([, text, filled]) => {
    expect(fill(text)).toBe(filled)
  })

  test('whatever is written and whatever the values are, no doubled brace comes out', () => {
    const bits = fc.constantFrom(
      '{',
      '}',
      '{{',
      '}}',
      '|',
      ' ',
      'store.name',
      'x',
      '\n',
      'odd',
      '{{x}}',
      '{{odd}}',
    )
    const text = fc
      .array(fc.oneof(bits, fc.string({ unit: 'grapheme' })), { maxLength: 30 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.option(text, { nil: undefined }), (template, value) => {
        expect(fillVariables(template, () => value)).not.toMatch(/\{\{|\}\}/)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a text without braces comes out trimmed and else unchanged', () => {
    const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/[{}]/.test(text))
    fc.assert(
      fc.property(plain, (text) => {
        expect(fillVariables(text, () => undefined)).toBe(text.trim())
      }),
    )
  })
})

test('all variables of a text are named in order, with their fallbacks', () => {
  expect(variablesOf('{{store.name}}, {{ buyer.name | dear buyer }} {{answer.size|}} {{1}}')).toEqual([
    { name: 'store.name', fallback: null },
    { name: 'buyer.name', fallback: ' dear buyer ' },
    { name: 'answer.size', fallback: '' },
  ])
})
