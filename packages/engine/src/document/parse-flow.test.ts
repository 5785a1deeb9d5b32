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
