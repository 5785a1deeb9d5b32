import { describe, expect, test } from 'vitest'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { flowWith } from '../testing/flow-with.ts'
import { sampleFlows } from '../testing/sample-flows.ts'
import { MAX_DOCUMENT_BYTES } from './flow-document.ts'
import { parseFlow, readFlow } from './parse-flow.ts'

const SMALL = flowWith()

/** What is wrong with a file, as `CODE pointer: sentence`. */
function wrong(source: string): readonly string[] {
  const parsed = parseFlow(source)
  return parsed.ok ? [] : parsed.problems.map(({ code, at, message }) => `${code} ${at}: ${message}`)
}

const written = (changes: object): string => JSON.stringify({ ...SMALL, ...changes })

describe('a flow file that can be read', () => {
  test.for(sampleFlows())('$name', ({ source }) => {
    expect(wrong(source)).toEqual([])
  })

  test('with a byte order mark, which Windows editors write', () => {
    expect(wrong(`\uFEFF${written({})}`)).toEqual([])
  })

  test('a draft: links, texts and limits are not the shape’s business', () => {
    expect(wrong(written({ entries: {}, texts: {}, blocks: { a: { kind: 'greeting' } } }))).toEqual([])
  })

  test('of exactly the largest size', () => {
    const room = MAX_DOCUMENT_BYTES - new TextEncoder().encode(written({})).length
    expect(wrong(written({}) + ' '.repeat(room))).toEqual([])
  })

  test('with 500 blocks', () => {
    expect(wrong(written({ blocks: manyBlocks(500) }))).toEqual([])
  })

  test('with any ids the format allows, digits alone too', () => {
    expect(
      wrong(
        written({
          blocks: { '1': { kind: 'end' }, '-': { kind: 'end' }, ['a'.repeat(40)]: { kind: 'end' } },
        }),
      ),
    ).toEqual([])
  })
})

describe('a file that is no JSON names line and column', () => {
  test.for([
    ['nothing', '', 'Line 1, column 1: the text ends here, before it is complete.'],
    ['only spaces', ' \n ', 'Line 2, column 2: the text ends here, before it is complete.'],
    ['words', 'hello', 'Line 1, column 1: this is where the text stops being JSON.'],
    [
      'a comma too many',
      '{\n  "format": 1,\n}',
      'Line 3, column 1: this is where the text stops being JSON.',
    ],
    ['a comma too many in a list', '[1, 2, ]', 'Line 1, column 8: this is where the text stops being JSON.'],
    ['a missing value', '{"a":}', 'Line 1, column 6: this is where the text stops being JSON.'],
    ['a missing colon', '{"a" 1}', 'Line 1, column 6: this is where the text stops being JSON.'],
    ['a missing comma', '{"a": 1\n "b": 2}', 'Line 2, column 2: this is where the text stops being JSON.'],
    ['a key without quotes', '{a: 1}', 'Line 1, column 2: this is where the text stops being JSON.'],
    ['single quotes', "{'a': 1}", 'Line 1, column 2: this is where the text stops being JSON.'],
    ['a text that never ends', '{"a": "b', 'Line 1, column 7: this is where the text stops being JSON.'],
    [
      'a line end inside a text',
      '{"a": "b\nc"}',
      'Line 1, column 7: this is where the text stops being JSON.',
    ],
    [
      'an escape that is none',
      '{"a": "\\x41"}',
      'Line 1, column 7: this is where the text stops being JSON.',
    ],
    ['a comment', '{"a": 1} // b', 'Line 1, column 10: there is more here after the end.'],
    ['two values', '{} {}', 'Line 1, column 4: there is more here after the end.'],
    [
      'a closing bracket of the other sort',
      '{"a": [1}',
      'Line 1, column 9: this is where the text stops being JSON.',
    ],
    ['an open end', '{"a": [1, {"b": 2}', 'Line 1, column 19: the text ends here, before it is complete.'],
    [
      'a number with a leading nought',
      '{"a": 01}',
      'Line 1, column 7: this is where the text stops being JSON.',
    ],
    ['NaN', '{"a": NaN}', 'Line 1, column 7: this is where the text stops being JSON.'],
    [
      'a key that stands twice',
      '{"a": 1,\n "b": 2, "a": 3}',
      'Line 2, column 10: the key "a" stands here a second time.',
    ],
    [
      'a key that stands twice in two spellings',
      '{"a": 1, "\\u0061": 3}',
      'Line 1, column 10: the key "\\u0061" stands here a second time.',
    ],
    [
      'a key that stands twice deep inside',
      '{"a": [{"b": {"c": 1, "c": 2}}]}',
      'Line 1, column 23: the key "c" stands here a second time.',
    ],
    [
      '__proto__ twice',
      '{"__proto__": 1, "__proto__": 2}',
      'Line 1, column 18: the key "__proto__" stands here a second time.',
    ],
  ] as const)('%s', ([, source, sentence]) => {
    expect(wrong(source)).toEqual([`NOT_JSON : ${sentence}`])
  })

  test('the same key in two objects is no fault', () => {
    expect(wrong('{"a": {"x": 1}, "b": {"x": 1}, "x": [{"x": 1}]}')[0]).toMatch(/^FORMAT_UNKNOWN/)
  })
})

describe('a file of another format', () => {
  test.for([
    [
      'a newer one names the version it needs',
      '{"format": 2}',
      'FORMAT_NEWER /format: This is format 2; this Shopbell reads format 1. Update it, or export from an older one.',
    ],
    ['none at all', '{}', 'FORMAT_UNKNOWN /format: A flow document says "format": 1; this one does not.'],
    [
      'one that never was',
      '{"format": 0}',
      'FORMAT_UNKNOWN /format: A flow document says "format": 1; this one does not.',
    ],
    [
      'one in quotes',
      '{"format": "1"}',
      'FORMAT_UNKNOWN /format: A flow document says "format": 1; this one does not.',
    ],
    ['a list', '[1]', 'FORMAT_UNKNOWN /format: A flow document says "format": 1; this one does not.'],
    ['null', 'null', 'FORMAT_UNKNOWN /format: A flow document says "format": 1; this one does not.'],
    ['a text', '"format"', 'FORMAT_UNKNOWN /format: A flow document says "format": 1; this one does not.'],
  ] as const)('%s', ([, source, sentence]) => {
    expect(wrong(source)).toEqual([sentence])
  })
})

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
      'a reminder after half a second',
      { blocks: { a: { kind: 'smart-question', variable: 'x', reminder: { afterSeconds: 0.5 } } } },
      'SHAPE /blocks/a/reminder/afterSeconds: This has the wrong type; it must be integer.',
    ],
    [
      'a condition of a source nobody knows',
      { blocks: { a: { kind: 'condition', cases: [{ id: 'c', when: { source: 'weather', op: 'is' } }] } } },
      /^SHAPE \/blocks\/a\/cases\/0\/when\/source: This value is not allowed here; /,
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
    expect(found).toEqual([typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)])
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

describe('a file that is too much', () => {
  const TOO_LARGE = ['FILE_TOO_LARGE : A flow file has at most 262144 bytes; this one has more.']

  test.for([
    ['ten megabytes', `"${'x'.repeat(10_000_000)}"`],
    ['one byte too many', written({}) + ' '.repeat(MAX_DOCUMENT_BYTES - written({}).length + 1)],
    ['few characters of many bytes', `"${'字'.repeat(100_000)}"`],
  ] as const)('%s', ([, source]) => {
    expect(wrong(source)).toEqual(TOO_LARGE)
  })

  test('nested as deep as the size allows, as lists, as objects, and inside a key nobody knows', () => {
    const depth = 130_000
    expect(wrong('['.repeat(depth) + ']'.repeat(depth))[0]).toMatch(/^FORMAT_UNKNOWN/)
    expect(wrong('{"a":'.repeat(50_000))[0]).toMatch(/^NOT_JSON/)
    expect(wrong('['.repeat(depth))[0]).toMatch(/^NOT_JSON/)
    const inside = `{"format":1,"x":${'['.repeat(depth)}${']'.repeat(depth)}}`
    expect(wrong(inside)).toContain('SHAPE /x: “x” is not known here; remove it.')
    const asBlock = `{"format":1,"blocks":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`
    expect(wrong(asBlock).some((line) => line.startsWith('SHAPE /blocks/a/kind'))).toBe(true)
  })

  test('a text as long as the file', () => {
    expect(wrong(written({ name: 'x'.repeat(200_000) }))).toHaveLength(1)
    expect(wrong(`"${'\\n'.repeat(100_000)}`)[0]).toMatch(/^NOT_JSON/)
  })
})

test('a value that has been parsed already is read alike', () => {
  expect(readFlow(BOTTLE_FLOW)).toEqual({ ok: true, document: BOTTLE_FLOW })
  for (const value of [undefined, null, 1, 'x', [], () => 1]) expect(readFlow(value).ok).toBe(false)
})

function manyBlocks(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`b${n}`, { kind: 'end' }]))
}
