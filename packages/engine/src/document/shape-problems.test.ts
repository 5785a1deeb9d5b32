import { describe, expect, test } from 'vitest'
import { flowWith } from '../testing/flow-with.ts'
import { parseFlow } from './parse-flow.ts'

/** What is wrong with a file, as `CODE pointer: sentence`. */
function wrong(source: string): readonly string[] {
  const parsed = parseFlow(source)
  return parsed.ok ? [] : parsed.problems.map(({ code, at, message }) => `${code} ${at}: ${message}`)
}

const written = (changes: object): string => JSON.stringify({ ...flowWith(), ...changes })

describe('a part of the wrong shape has its place and a sentence', () => {
  test.for([
    ['a key nobody knows', { extra: 1 }, 'SHAPE /extra: “extra” is not known here; remove it.'],
    ['a name of the wrong type', { name: 7 }, 'SHAPE /name: This has the wrong type; it must be string.'],
    [
      'an empty name',
      { name: '' },
      'SHAPE /name: This does not fit: it must not have fewer than 1 characters.',
    ],
    ['blocks in a list', { blocks: [] }, 'SHAPE /blocks: This has the wrong type; it must be object.'],
    [
      'a block of no kind',
      { blocks: { a: {} } },
      'SHAPE /blocks/a/kind: This needs a known kind: greeting, recommendation, faq, smart-question, message, condition, handoff, end.',
    ],
    [
      'a block of a kind nobody knows',
      { blocks: { a: { kind: 'magic' } } },
      'SHAPE /blocks/a/kind: This needs a known kind: greeting, recommendation, faq, smart-question, message, condition, handoff, end.',
    ],
    [
      'a block that is null',
      { blocks: { a: null } },
      'SHAPE /blocks/a/kind: This needs a known kind: greeting, recommendation, faq, smart-question, message, condition, handoff, end.',
    ],
    [
      'a key a kind does not have',
      { blocks: { a: { kind: 'end', next: 'b' } } },
      'SHAPE /blocks/a/next: “next” is not known here; remove it.',
    ],
    ['a key a kind needs', { blocks: { a: { kind: 'faq' } } }, 'SHAPE /blocks/a: “questions” is missing.'],
    [
      'a question without its switch',
      { blocks: { a: { kind: 'faq', questions: [{ id: 'q' }] } } },
      'SHAPE /blocks/a/questions/0: “enabled” is missing.',
    ],
    [
      'an id with a dot',
      { blocks: { 'a.b': { kind: 'end' } } },
      'SHAPE /blocks/a.b: “a.b” cannot stand here; use 1 to 40 of a–z, 0–9 and dashes (and not “constructor”).',
    ],
    [
      'an id in capitals, with a slash',
      { blocks: { 'A/~b': { kind: 'end' } } },
      'SHAPE /blocks/A~1~0b: “A/~b” cannot stand here; use 1 to 40 of a–z, 0–9 and dashes (and not “constructor”).',
    ],
    [
      'an id of 41 characters',
      { blocks: { ['a'.repeat(41)]: { kind: 'end' } } },
      `SHAPE /blocks/${'a'.repeat(41)}: “${'a'.repeat(41)}” cannot stand here; use 1 to 40 of a–z, 0–9 and dashes (and not “constructor”).`,
    ],
    [
      'the one id that every object has already',
      { blocks: { constructor: { kind: 'end' } } },
      'SHAPE /blocks/constructor: “constructor” cannot stand here; use 1 to 40 of a–z, 0–9 and dashes (and not “constructor”).',
    ],
    [
      'a text key with four parts',
      { texts: { en: { 'a.b.c.d': 'x' } } },
      'SHAPE /texts/en/a.b.c.d: “a.b.c.d” cannot stand here; use block, block.part or block.item.part.',
    ],
    [
      'a text that is a number',
      { texts: { en: { a: 1 } } },
      'SHAPE /texts/en/a: This has the wrong type; it must be string.',
    ],
    [
      'a locale that is none',
      { defaultLocale: 'english!' },
      'SHAPE /defaultLocale: This has not the form it needs, which is ^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$.',
    ],
    [
      'a reminder after a second and a half',
      { blocks: { a: { kind: 'smart-question', variable: 'x', reminder: { afterSeconds: 1.5 } } } },
      'SHAPE /blocks/a/reminder/afterSeconds: This has the wrong type; it must be integer.',
    ],
    [
      'a condition of a source nobody knows',
      { blocks: { a: { kind: 'condition', cases: [{ id: 'c', when: { source: 'weather', op: 'is' } }] } } },
      'SHAPE /blocks/a/cases/0/when/source: This value is not allowed here; use variable, locale, entry, card, words, openNow, returning.',
    ],
    [
      'a variable of a type nobody knows',
      { variables: { a: { type: 'colour' } } },
      'SHAPE /variables/a/type: This needs a known type: choice, choices, number, text, date.',
    ],
    [
      'a NUL',
      { texts: { en: { hello: 'a\u0000b' } } },
      'TEXT_MALFORMED /texts/en/hello: The text holds a NUL or half a surrogate pair; retype it.',
    ],
    [
      'half a pair',
      { name: 'a\ud83d' },
      'TEXT_MALFORMED /name: The text holds a NUL or half a surrogate pair; retype it.',
    ],
  ] as const)('%s', ([, changes, sentence]) => {
    const found = wrong(written(changes))
    expect(found).toEqual([sentence])
  })

  test('__proto__ as a key is unknown like any other, and nothing gets a new prototype', () => {
    const source = written({}).replace('"hello":{', '"__proto__":{"kind":"end"},"hello":{')
    expect(wrong(source)).toEqual([
      'SHAPE /blocks/__proto__: “__proto__” cannot stand here; use 1 to 40 of a–z, 0–9 and dashes (and not “constructor”).',
    ])
    expect(wrong('{"__proto__": {"format": 1}}')[0]).toMatch(/^FORMAT_UNKNOWN/)
    expect(Object.hasOwn(Object.prototype, 'kind')).toBe(false)
  })

  test('501 blocks', () => {
    expect(wrong(written({ blocks: manyBlocks(501) }))).toEqual([
      'SHAPE /blocks: This does not fit: it must not have more than 500 properties.',
    ])
  })

  test('all of them at once', () => {
    expect(wrong(written({ name: 1, defaultLocale: 2, blocks: { a: { kind: 'end', x: 1 } } }))).toHaveLength(
      3,
    )
  })

  test('but never more than a seller can read', () => {
    const texts = { en: Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`k${n}`, n])) }
    expect(wrong(written({ texts })).length).toBeLessThanOrEqual(200)
  })
})

function manyBlocks(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`b${n}`, { kind: 'end' }]))
}
