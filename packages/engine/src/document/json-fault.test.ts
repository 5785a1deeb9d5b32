import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findJsonFault } from './json-fault.ts'

const parses = (source: string): boolean => {
  try {
    JSON.parse(source)
    return true
  } catch {
    return false
  }
}

test('finds no fault in what JSON.stringify writes, with and without spaces', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
      expect(findJsonFault(JSON.stringify(value, null, space))).toBe(null)
    }),
    { numRuns: 500 },
  )
})

test('agrees with JSON.parse on any text, but for keys that stand twice', () => {
  const bits = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '"',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'null',
      'x',
      ' ',
      '\n',
      '\\',
      '\u00a0',
      '\u2028',
    ],
  )
  const text = fc.array(bits, { maxLength: 14 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (source) => {
      const fault = findJsonFault(source)
      if (fault?.why.startsWith('the key'))
        expect(parses(source) || parses(source.slice(0, fault.offset)) === false).toBe(true)
      else expect(fault === null).toBe(parses(source))
    }),
    { numRuns: 5_000 },
  )
})

test('the place lies inside the text or at its end, and what stands before it could still become JSON', () => {
  const broken = fc.tuple(fc.jsonValue(), fc.nat(), fc.constantFrom('}', ',', 'x', '"', '\u0000'))
  fc.assert(
    fc.property(broken, ([value, at, put]) => {
      const whole = JSON.stringify(value)
      const source = whole.slice(0, at % (whole.length + 1)) + put + whole.slice(at % (whole.length + 1))
      const fault = findJsonFault(source)
      if (!fault) return
      expect(fault.offset).toBeGreaterThanOrEqual(0)
      expect(fault.offset).toBeLessThanOrEqual(source.length)
      const before = findJsonFault(source.slice(0, fault.offset))
      expect(before === null || before.offset === fault.offset).toBe(true)
    }),
    { numRuns: 500 },
  )
})
