import { MAX_FRAME_BYTES } from '@shopbell/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFrame } from './parse-frame.ts'

const parse = (frame: string | object, isBinary = false) =>
  parseFrame(Buffer.from(typeof frame === 'string' ? frame : JSON.stringify(frame)), isBinary)
const send = (content: object, id = 'lane-one.1') => ({ type: 'send', id, content })

describe('understands', () => {
  test.for([
    ['a first hello', { type: 'hello', after: 0, locale: 'en' }],
    [
      'a hello that resumes',
      { type: 'hello', token: 'x'.repeat(43), after: 12, locale: 'zh-CN', epoch: 'e' },
    ],
    ['an enter', { type: 'enter', entry: 'product', ref: 'TRAIL-750' }],
    ['a text', send({ kind: 'text', text: '你好 👋' })],
    ['a tap', send({ kind: 'choice', message: 3, option: 'moq' })],
    ['a number as an answer', send({ kind: 'answer', message: 3, value: 1200 })],
    ['several options as an answer', send({ kind: 'answer', message: 3, value: ['laser', 'none'] })],
    ['a lane that is a word of JavaScript', send({ kind: 'text', text: 'x' }, '__proto__.1')],
    ['a range', { type: 'range', from: 1, to: 2 }],
    ['a read mark', { type: 'read', seq: 1 }],
    ['typing', { type: 'typing' }],
  ] as const)('%s', ([, frame]) => {
    expect(parse(frame)).toEqual({ ok: true, frame })
  })
})

describe('refuses, and says what and where', () => {
  test.for([
    ['nothing', '', 'NOT_UNDERSTOOD', ''],
    ['no JSON', 'hello', 'NOT_UNDERSTOOD', ''],
    ['half a frame', '{"type":"hel', 'NOT_UNDERSTOOD', ''],
    ['null', 'null', 'NOT_UNDERSTOOD', ''],
    ['a list', '[]', 'NOT_UNDERSTOOD', ''],
    ['an unknown type', { type: 'launch' }, 'NOT_UNDERSTOOD', '/type'],
    ['a type of Object’s prototype', { type: 'constructor' }, 'NOT_UNDERSTOOD', '/type'],
    ['an unknown key', { type: 'typing', really: true }, 'NOT_UNDERSTOOD', '/really'],
    ['a missing key', { type: 'hello', after: 0 }, 'NOT_UNDERSTOOD', ''],
    ['a negative seq', { type: 'range', from: -1, to: 2 }, 'NOT_UNDERSTOOD', '/from'],
    ['a seq beyond safe numbers', { type: 'read', seq: 2 ** 53 }, 'NOT_UNDERSTOOD', '/seq'],
    ['a seq as text', { type: 'read', seq: '1' }, 'NOT_UNDERSTOOD', '/seq'],
    ['a seq that is infinite', '{"type":"read","seq":1e999}', 'NOT_UNDERSTOOD', '/seq'],
    ['an id without a number', send({ kind: 'text', text: 'x' }, 'lane-one'), 'NOT_UNDERSTOOD', '/id'],
    ['an id that counts from 0', send({ kind: 'text', text: 'x' }, 'lane-one.0'), 'NOT_UNDERSTOOD', '/id'],
    ['an empty text', send({ kind: 'text', text: '' }), 'NOT_UNDERSTOOD', '/content/text'],
    [
      'a text that is too long',
      send({ kind: 'text', text: 'x'.repeat(4_001) }),
      'NOT_UNDERSTOOD',
      '/content/text',
    ],
    ['an unknown content', send({ kind: 'html', text: 'x' }), 'NOT_UNDERSTOOD', '/content/kind'],
    [
      'a content of the other end',
      send({ kind: 'note', code: 'closed', text: 'x' }),
      'NOT_UNDERSTOOD',
      '/content/kind',
    ],
    ['__proto__ as a key', '{"type":"typing","__proto__":{"a":1}}', 'NOT_UNDERSTOOD', ''],
    ['__proto__ escaped', '{"type":"typing","\\u005f_proto__":{"a":1}}', 'NOT_UNDERSTOOD', ''],
    ['a constructor’s prototype', '{"type":"typing","constructor":{"prototype":{}}}', 'NOT_UNDERSTOOD', ''],
    ['a NUL', send({ kind: 'text', text: 'a\0b' }), 'BAD_TEXT', '/content/text'],
    ['half a surrogate pair', '{"type":"enter","entry":"product","ref":"\\ud83d"}', 'BAD_TEXT', '/ref'],
    ['a pair the wrong way round', send({ kind: 'text', text: '\udc4b\ud83d' }), 'BAD_TEXT', '/content/text'],
  ] as const)('%s', ([, frame, code, at]) => {
    expect(parse(frame)).toMatchObject({ ok: false, code, misfit: { at } })
  })

  test('a binary frame', () => {
    expect(parse({ type: 'typing' }, true)).toMatchObject({ ok: false, code: 'NOT_UNDERSTOOD' })
  })

  test('a frame one byte too big, before reading it', () => {
    const frame = `"${'x'.repeat(MAX_FRAME_BYTES - 1)}"`
    expect(Buffer.byteLength(frame)).toBe(MAX_FRAME_BYTES + 1)
    expect(parse(frame)).toEqual({ ok: false, code: 'TOO_BIG' })
    expect(parse(frame.slice(1))).toMatchObject({ code: 'NOT_UNDERSTOOD' })
  })

  test('a nest as deep as a frame can hold', () => {
    expect(parse('['.repeat(MAX_FRAME_BYTES))).toMatchObject({ code: 'NOT_UNDERSTOOD' })
    const half = MAX_FRAME_BYTES / 2 - 40
    const nested = `${'['.repeat(half)}${']'.repeat(half)}`
    expect(parse(`{"type":"send","id":"lane-one.1","content":${nested}}`)).toMatchObject({
      code: 'NOT_UNDERSTOOD',
    })
  })

  test('and names the message that is meant', () => {
    expect(parse(send({ kind: 'text', text: '' }, 'lane-one.7'))).toMatchObject({ id: 'lane-one.7' })
    expect(parse({ type: 'send', id: { a: 1 }, content: 1 })).not.toHaveProperty('id')
  })

  test('without repeating the buyer’s words', () => {
    const answer = parse(send({ kind: 'text', text: ['my secret'] }))
    expect(JSON.stringify(answer)).not.toContain('my secret')
  })
})

test('whatever comes, it answers and never throws', () => {
  const frame = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.record(
      {
        type: fc.constantFrom('hello', 'enter', 'send', 'read', 'typing', 'range', 'x'),
        id: fc.oneof(fc.constant('lane-one.1'), fc.anything()),
        after: fc.anything(),
        locale: fc.anything(),
        content: fc.anything(),
        seq: fc.anything(),
      },
      { requiredKeys: [] },
    ),
  )
  fc.assert(
    fc.property(frame, fc.boolean(), (value, isBinary) => {
      const text = typeof value === 'string' ? value : jsonOf(value)
      const answer = parseFrame(Buffer.from(text), isBinary)
      expect(
        answer.ok === true
          ? 'frame' in answer
          : answer.code in { NOT_UNDERSTOOD: 1, BAD_TEXT: 1, TOO_BIG: 1 },
      ).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'undefined'
  } catch {
    return 'a cycle, or a bigint'
  }
}
