/** Type ids of PostgreSQL (pg_type.dat). */
const TYPES = { bool: 16, int8: 20, int4: 23, text: 25, json: 114 } as const
const NULL_LENGTH = -1
const LENGTH_BYTES = 4
/** Dimensions, whether there may be nulls, the elements' type, how many, and the first one's index. */
const ARRAY_HEADER_BYTES = 20
/** A UTF-16 unit takes three bytes at most. */
const MOST_BYTES_PER_UNIT = 3
const FIRST_BYTES = 4_096

/**
 * Writes the parameters of one statement behind each other into one piece of memory, as PostgreSQL's Bind message has them: the length
 * of each, then its bytes; arrays in their binary form (array_recv). Nobody quotes it, nobody parses it, and with memory that is used
 * again nothing is left for the garbage collector. Numbers are safe integers.
 */
export class ParameterWriter {
  bytes: Buffer
  /** How much of `bytes` is written. */
  end: number
  readonly #start: number
  /** Where each parameter is, in their order: a text itself, or an array's bytes. */
  #parts: (string | null | { readonly from: number; readonly to: number })[] = []

  /** Writes into `bytes` from `start` on; into new memory where that is too small. */
  constructor(bytes = Buffer.allocUnsafe(FIRST_BYTES), start = 0) {
    this.bytes = bytes
    this.#start = start
    this.end = start
  }

  get count(): number {
    return this.#parts.length
  }

  /** The same parameters one by one, for drivers that want them so. */
  parameters(): (string | Buffer | null)[] {
    return this.#parts.map((part) =>
      part === null || typeof part === 'string' ? part : this.bytes.subarray(part.from, part.to),
    )
  }

  /** Begins anew in the same memory. */
  clear(): void {
    this.end = this.#start
    this.#parts = []
  }

  text(value: string | null): void {
    this.#parts.push(value)
    this.#string(value)
  }

  int8Array<Row>(rows: readonly Row[], value: (row: Row) => number | null): void {
    this.#fixedArray('int8', 8, rows, value, (number) => {
      this.bytes.writeInt32BE(Math.floor(number / 2 ** 32), this.end)
      this.bytes.writeUInt32BE(number >>> 0, this.end + 4)
    })
  }

  int4Array<Row>(rows: readonly Row[], value: (row: Row) => number | null): void {
    this.#fixedArray('int4', 4, rows, value, (number) => this.bytes.writeInt32BE(number, this.end))
  }

  boolArray<Row>(rows: readonly Row[], value: (row: Row) => boolean | null): void {
    this.#fixedArray('bool', 1, rows, value, (is) => this.bytes.writeUInt8(is ? 1 : 0, this.end))
  }

  textArray<Row>(rows: readonly Row[], value: (row: Row) => string | null): void {
    this.#array('text', rows.length, () => {
      for (const row of rows) this.#string(value(row))
    })
  }

  /** Each value as JSON; null becomes the null of SQL. */
  jsonArray<Row>(rows: readonly Row[], value: (row: Row) => unknown): void {
    this.#array('json', rows.length, () => {
      for (const row of rows) {
        const one = value(row)
        this.#string(one === null ? null : JSON.stringify(one))
      }
    })
  }

  #fixedArray<Row, Value>(
    type: keyof typeof TYPES,
    width: number,
    rows: readonly Row[],
    value: (row: Row) => Value | null,
    write: (value: Value) => void,
  ): void {
    this.#array(type, rows.length, () => {
      this.#reserve(rows.length * (LENGTH_BYTES + width))
      for (const row of rows) {
        const one = value(row)
        this.end = this.bytes.writeInt32BE(one === null ? NULL_LENGTH : width, this.end)
        if (one !== null) {
          write(one)
          this.end += width
        }
      }
    })
  }

  #array(type: keyof typeof TYPES, count: number, writeElements: () => void): void {
    this.#reserve(LENGTH_BYTES + ARRAY_HEADER_BYTES)
    const from = this.end + LENGTH_BYTES
    this.end = from
    for (const number of [1, 1, TYPES[type], count, 1]) this.end = this.bytes.writeInt32BE(number, this.end)
    writeElements()
    this.bytes.writeInt32BE(this.end - from, from - LENGTH_BYTES)
    this.#parts.push({ from, to: this.end })
  }

  #string(value: string | null): void {
    this.#reserve(LENGTH_BYTES + (value?.length ?? 0) * MOST_BYTES_PER_UNIT)
    const length = value === null ? NULL_LENGTH : this.bytes.write(value, this.end + LENGTH_BYTES)
    this.bytes.writeInt32BE(length, this.end)
    this.end += LENGTH_BYTES + Math.max(length, 0)
  }

  #reserve(more: number): void {
    if (this.end + more <= this.bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.end + more))
    this.bytes.copy(larger, 0, 0, this.end)
    this.bytes = larger
  }
}
