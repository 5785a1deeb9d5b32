/** Type ids of PostgreSQL (pg_type.dat). */
const TYPES = { bool: 16, int8: 20, int4: 23, text: 25, json: 114 } as const
const HEADER_BYTES = 20
const LENGTH_BYTES = 4

/**
 * One-dimensional arrays in PostgreSQL's binary form (array_recv). Both drivers send a buffer as it is; nobody quotes it and nobody
 * parses it. Numbers are safe integers.
 */
export function int8Array(values: readonly (number | null)[]): Buffer {
  return fixedArray('int8', 8, values, (bytes, value, at) => {
    bytes.writeInt32BE(Math.floor(value / 2 ** 32), at)
    bytes.writeUInt32BE(value >>> 0, at + 4)
  })
}

export function int4Array(values: readonly (number | null)[]): Buffer {
  return fixedArray('int4', 4, values, (bytes, value, at) => bytes.writeInt32BE(value, at))
}

export function boolArray(values: readonly (boolean | null)[]): Buffer {
  return fixedArray('bool', 1, values, (bytes, value, at) => bytes.writeUInt8(value ? 1 : 0, at))
}

export function textArray(values: readonly (string | null)[]): Buffer {
  return stringArray('text', values)
}

/** Each value as JSON; null becomes the null of SQL. */
export function jsonArray(values: readonly unknown[]): Buffer {
  return stringArray(
    'json',
    values.map((value) => (value === null ? null : JSON.stringify(value))),
  )
}

type ElementType = keyof typeof TYPES

function fixedArray<Value>(
  type: ElementType,
  width: number,
  values: readonly (Value | null)[],
  write: (bytes: Buffer, value: Value, at: number) => void,
): Buffer {
  const present = values.reduce<number>((count, value) => (value === null ? count : count + 1), 0)
  const { bytes, at: start } = headed(type, values.length, values.length * LENGTH_BYTES + present * width)
  let at = start
  for (const value of values) {
    at = bytes.writeInt32BE(value === null ? -1 : width, at)
    if (value !== null) {
      write(bytes, value, at)
      at += width
    }
  }
  return bytes
}

function stringArray(type: ElementType, values: readonly (string | null)[]): Buffer {
  const contentBytes = values.reduce(
    (sum, value) => sum + LENGTH_BYTES + (value === null ? 0 : Buffer.byteLength(value)),
    0,
  )
  const { bytes, at: start } = headed(type, values.length, contentBytes)
  let at = start
  for (const value of values) {
    const length = value === null ? -1 : bytes.write(value, at + LENGTH_BYTES)
    bytes.writeInt32BE(length, at)
    at += LENGTH_BYTES + Math.max(length, 0)
  }
  return bytes
}

/** Dimensions, whether there may be nulls, the elements' type, how many, and the first one's index. */
function headed(type: ElementType, count: number, contentBytes: number) {
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + contentBytes)
  let at = 0
  for (const number of [1, 1, TYPES[type], count, 1]) at = bytes.writeInt32BE(number, at)
  return { bytes, at }
}
