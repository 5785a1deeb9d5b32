import { expect, test } from 'vitest'
import { ParameterWriter } from './parameter-writer.ts'

const itself = <Value>(value: Value): Value => value

/** What array_recv of PostgreSQL reads: the elements' type and the bytes of each element. */
function readArray(bytes: Buffer | string | null | undefined) {
  if (!Buffer.isBuffer(bytes)) throw new Error('That is no array.')
  const [dimensions, hasNulls, type, count, first] = [0, 4, 8, 12, 16].map((at) => bytes.readInt32BE(at))
  expect({ dimensions, hasNulls, first }).toEqual({ dimensions: 1, hasNulls: 1, first: 1 })
  const elements: (Buffer | null)[] = []
  let at = 20
  for (let place = 0; place < (count ?? 0); place += 1) {
    const length = bytes.readInt32BE(at)
    at += 4
    elements.push(length === -1 ? null : bytes.subarray(at, at + length))
    at += Math.max(length, 0)
  }
  expect(at).toBe(bytes.length)
  return { type, elements }
}

test('writes arrays as PostgreSQL reads them, with its type ids', () => {
  const writer = new ParameterWriter()
  const numbers = [0, -1, 2 ** 31, -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, null]
  writer.int8Array(numbers, itself)
  writer.int4Array([7, -7, null], itself)
  writer.boolArray([true, false, null], itself)
  writer.textArray(['', 'ä好👍', null], itself)
  writer.jsonArray([{ a: ['好'] }, null, 'x'], itself)

  const [int8, int4, bool, text, json] = writer.parameters().map(readArray)
  expect(int8?.type).toBe(20)
  expect(int8?.elements.map((bytes) => bytes && Number(bytes.readBigInt64BE()))).toEqual(numbers)
  expect(int4?.type).toBe(23)
  expect(int4?.elements.map((bytes) => bytes && bytes.readInt32BE())).toEqual([7, -7, null])
  expect(bool?.type).toBe(16)
  expect(bool?.elements.map((bytes) => bytes && bytes[0])).toEqual([1, 0, null])
  expect(text?.type).toBe(25)
  expect(text?.elements.map((bytes) => bytes && bytes.toString())).toEqual(['', 'ä好👍', null])
  expect(json?.type).toBe(114)
  expect(json?.elements.map((bytes) => bytes && bytes.toString())).toEqual(['{"a":["好"]}', null, '"x"'])
})

test('what it wrote stays whole when the memory grows', () => {
  const small = new ParameterWriter(Buffer.alloc(64), 10)
  const roomy = new ParameterWriter(Buffer.alloc(4_096), 10)
  for (const writer of [small, roomy]) {
    writer.text('the node')
    writer.text(null)
    writer.int8Array([1, 2, 3], itself)
    writer.textArray(['好'.repeat(100), 'b'], itself)
  }
  expect(small.bytes.length).toBeGreaterThan(64)
  expect(small.parameters()).toEqual(roomy.parameters())
  expect(small.bytes.subarray(10, small.end)).toEqual(roomy.bytes.subarray(10, roomy.end))
})

test('each parameter stands behind its length, a null behind -1, from the start that was asked for', () => {
  const writer = new ParameterWriter(Buffer.alloc(256), 6)
  writer.text('ab')
  writer.text(null)
  writer.boolArray([true], itself)
  expect(writer.count).toBe(3)
  expect(writer.bytes.subarray(6, 12).toString('latin1')).toBe('\0\0\0\x02ab')
  expect(writer.bytes.readInt32BE(12)).toBe(-1)
  expect(writer.bytes.readInt32BE(16)).toBe(writer.end - 20)
})

test('begins anew in the same memory', () => {
  const writer = new ParameterWriter(Buffer.alloc(256), 6)
  writer.text('a long one that is forgotten')
  const { bytes } = writer
  writer.clear()
  writer.text('b')
  expect(writer.bytes).toBe(bytes)
  expect(writer.parameters()).toEqual(['b'])
  expect(writer.end).toBe(6 + 4 + 1)
})
