import { randomBytes } from 'node:crypto'

/** What a frame is for (RFC 6455, section 5.2). */
export const OPCODE = { text: 1, close: 8, ping: 9, pong: 10 } as const

/** Masked, as a client has to; one key for all frames, which is as much work for the server as a new one each. */
const MASK = randomBytes(4)

/** One whole frame of a client. */
export function clientFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload
  const headerLength = length < 126 ? 6 : 8
  if (length > 65_535) throw new Error('The bench sends no frame as long as that.')
  const frame = Buffer.allocUnsafe(headerLength + length)
  frame[0] = 0x80 | opcode
  if (length < 126) frame[1] = 0x80 | length
  else {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(length, 2)
  }
  MASK.copy(frame, headerLength - 4)
  for (let at = 0; at < length; at += 1) {
    frame[headerLength + at] = (payload[at] ?? 0) ^ (MASK[at & 3] ?? 0)
  }
  return frame
}

/** Cuts a stream of bytes from a server into frames. The payload is a view into the chunk: read it at once. */
export function createFrameReader(hear: (opcode: number, payload: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer | null = null
  return (chunk) => {
    const bytes = rest === null ? chunk : Buffer.concat([rest, chunk])
    let at = 0
    for (;;) {
      const frame = frameAt(bytes, at)
      if (frame === null) break
      hear(frame.opcode, bytes.subarray(frame.start, frame.end))
      at = frame.end
    }
    rest = at === bytes.length ? null : bytes.subarray(at)
  }
}

function frameAt(bytes: Buffer, at: number) {
  if (bytes.length < at + 2) return null
  const short = (bytes[at + 1] ?? 0) & 0x7f
  const headerLength = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < at + headerLength) return null
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 6)
  const start = at + headerLength
  if (bytes.length < start + length) return null
  return { opcode: (bytes[at] ?? 0) & 0x0f, start, end: start + length }
}
