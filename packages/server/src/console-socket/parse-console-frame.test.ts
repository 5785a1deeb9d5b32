import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseConsoleFrame } from './parse-console-frame.ts'

const parse = (text: string) => parseConsoleFrame(Buffer.from(text), false)

test('a frame of the protocol is read', () => {
  const frame = { type: 'watch', conversation: 'abc', after: 7 }
  expect(parse(JSON.stringify(frame))).toEqual({ ok: true, frame })
})

test('any bytes, any JSON and any change of a good frame is an answer, never a crash', () => {
  const good = { type: 'watch', conversation: 'abc', after: 7 }
  const frames = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((text) => Buffer.from(text)),
    fc
      .dictionary(
        fc.constantFrom('type', 'conversation', 'after', 'ticket', '__proto__', 'constructor'),
        fc.jsonValue(),
      )
      .map((changes) => Buffer.from(JSON.stringify({ ...good, ...changes }))),
  )
  fc.assert(
    fc.property(frames, fc.boolean(), (bytes, isBinary) => {
      const parsed = parseConsoleFrame(bytes, isBinary)
      if (parsed.ok) expect(['hello', 'watch', 'typing', 'draft']).toContain(parsed.frame.type)
      else expect(['NOT_UNDERSTOOD', 'BAD_TEXT', 'TOO_BIG']).toContain(parsed.code)
    }),
    { numRuns: 2_000, verbose: 1 },
  )
})
