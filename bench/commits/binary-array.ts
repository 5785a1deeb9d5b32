/** Type ids of PostgreSQL (pg_type.dat). */
const INT8 = 20
const INT4 = 23
const TEXT = 25
const HEADER_BYTES = 20

/** A one-dimensional array as PostgreSQL reads it in binary form; `pg` sends a buffer as it is. */
export function int8Array(values: readonly (number | null)[]): Buffer {
  const { bytes, at: start } = headed(INT8, values.length, values.length * 12)
  let at = start
  for (const value of values) {
    at = bytes.writeInt32BE(value === null ? -1 : 8, at)
    if (value !== null) {
      at = bytes.writeInt32BE(Math.floor(value / 2 ** 32), at)
      at = bytes.writeUInt32BE(value >>> 0, at)
    }
  }
  return bytes.subarray(0, at)
}

export function int4Array(values: readonly (number | null)[]): Buffer {
  const { bytes, at: start } = headed(INT4, values.length, values.length * 8)
  let at = start
  for (const value of values) {
    at = bytes.writeInt32BE(value === null ? -1 : 4, at)
    if (value !== null) at = bytes.writeInt32BE(value, at)
  }
  return bytes.subarray(0, at)
}

export function textArray(values: readonly (string | null)[]): Buffer {
  // A UTF-16 unit takes three bytes of UTF-8 at the most.
  const longest = values.reduce((sum, value) => sum + 4 + 3 * (value?.length ?? 0), 0)
  const { bytes, at: start } = headed(TEXT, values.length, longest)
  let at = start
  for (const value of values) {
    if (value === null) at = bytes.writeInt32BE(-1, at)
    else {
      const length = bytes.write(value, at + 4)
      bytes.writeInt32BE(length, at)
      at += 4 + length
    }
  }
  return bytes.subarray(0, at)
}

/** Dimensions, whether there may be nulls, the elements' type, how many, and the first one's index. */
function headed(type: number, count: number, contentBytes: number) {
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + contentBytes)
  let at = 0
  for (const number of [1, 1, type, count, 1]) at = bytes.writeInt32BE(number, at)
  return { bytes, at }
}
