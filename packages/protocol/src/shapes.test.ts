import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Down, PROTOCOL_HISTORY, PROTOCOL_VERSION, Up } from './index.ts'

/**
 * The buyers' wire, shape for shape, as a hash for every version that was ever released. A change of any message changes the hash:
 * then either take the change back, or raise `PROTOCOL_VERSION`, add its line to `PROTOCOL_HISTORY`, and the new hash here. While
 * version 1 is unreleased its hash is simply replaced.
 */
const SHAPES: Readonly<Record<number, string>> = {
  1: 'b6b57169d3abea390ca2a2b29627e244a5958ad7d94974f29c401a3e31115b57',
}

test('no message changes its shape without a new protocol version', () => {
  expect({ version: PROTOCOL_VERSION, shapes: hashOf([Up, Down]) }).toEqual({
    version: PROTOCOL_VERSION,
    shapes: SHAPES[PROTOCOL_VERSION],
  })
})

test('every version has a line of history and a hash', () => {
  const versions = Array.from({ length: PROTOCOL_VERSION }, (_, index) => String(index + 1))
  expect(Object.keys(PROTOCOL_HISTORY)).toEqual(versions)
  expect(Object.keys(SHAPES)).toEqual(versions)
})

test('a changed bound is a changed shape', () => {
  const changed = JSON.stringify([Up, Down]).replace('"maxLength":4000', '"maxLength":4001')
  expect(hashOf(JSON.parse(changed))).not.toBe(hashOf([Up, Down]))
})

/** Independent of the order in which keys were written. */
function hashOf(shapes: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(JSON.parse(JSON.stringify(shapes)))))
    .digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
