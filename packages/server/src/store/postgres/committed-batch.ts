import type { Connection, Submittable } from 'pg'
import type { ParameterWriter } from '../parameter-writer.ts'

/** A statement whose plan PostgreSQL keeps under its name, which halves the cost of a small batch. */
export interface KeptStatement {
  readonly name: string
  readonly text: string
  /** Connections on which it is known by its name. */
  readonly preparedOn: WeakSet<Connection>
}

/** All names have this length, because parameters are written where the Bind message before them ends. */
const NAME_BYTES = 12
const BIND = 'B'.charCodeAt(0)
const LENGTH_BYTES = 4
/** Message type, length, no portal's name, the statement's name, one format for all parameters: binary, and how many they are. */
const HEAD_BYTES = 1 + LENGTH_BYTES + 1 + NAME_BYTES + 1 + 2 + 2 + 2
/** No formats of results: all are text. */
const TAIL = Buffer.from([0, 0])

/** Where the parameters begin in the memory of a batch: its Bind message stands before them. */
export const PARAMETERS_AT = HEAD_BYTES

export function keptStatement(name: string, text: string): KeptStatement {
  if (name.length !== NAME_BYTES)
    throw new Error(`A kept statement's name has ${NAME_BYTES} letters, not as “${name}”.`)
  return { name, text, preparedOn: new WeakSet() }
}

/**
 * One batch on its way through `pg`, which queues it, times it out and hears the answers. Its Bind message is written here, round the
 * parameters where they stand: `pg` would copy them twice into memory that grows step by step, and half of a batch's processor time was
 * the garbage collector's (docs/performance.md). Resolves with the ids that the statement returned.
 */
export class CommittedBatch implements Submittable {
  readonly committed: Promise<ReadonlySet<number>>
  /** `pg` wraps it to end its timeout. */
  callback: (error: Error | null) => void
  readonly #statement: KeptStatement
  readonly #parameters: ParameterWriter
  readonly #ids = new Set<number>()
  #parsed: (() => void) | null = null

  constructor(statement: KeptStatement, parameters: ParameterWriter) {
    this.#statement = statement
    this.#parameters = parameters
    const { promise, resolve, reject } = Promise.withResolvers<ReadonlySet<number>>()
    this.committed = promise
    this.callback = (error) => {
      if (error === null) resolve(this.#ids)
      else reject(error)
    }
  }

  submit(connection: Connection): void {
    const { stream } = connection
    const { name, text, preparedOn } = this.#statement
    stream.cork()
    if (!preparedOn.has(connection)) {
      connection.parse({ name, text, types: [] }, true)
      this.#parsed = () => preparedOn.add(connection)
      connection.once('parseComplete', this.#parsed)
    }
    // A connection that broke answers with its own error.
    if (stream.writable) {
      stream.write(this.#bind())
      stream.write(TAIL)
    }
    connection.execute(null, true)
    connection.sync()
    stream.uncork()
  }

  #bind(): Buffer {
    const { bytes, end, count } = this.#parameters
    let at = bytes.writeUInt8(BIND, 0)
    at = bytes.writeInt32BE(end - 1 + TAIL.length, at)
    at = bytes.writeUInt8(0, at)
    at += bytes.write(this.#statement.name, at, 'latin1')
    at = bytes.writeUInt8(0, at)
    for (const number of [1, 1, count]) at = bytes.writeInt16BE(number, at)
    return bytes.subarray(0, end)
  }

  handleDataRow({ fields: [id] }: { readonly fields: readonly (string | null)[] }): void {
    this.#ids.add(Number(id))
  }

  handleError(error: Error, connection?: Connection): void {
    if (this.#parsed !== null) connection?.off('parseComplete', this.#parsed)
    this.callback(error)
  }

  handleReadyForQuery(): void {
    this.callback(null)
  }

  handleCommandComplete(): void {}
}
