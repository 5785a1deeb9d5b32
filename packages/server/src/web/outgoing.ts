import { CLOSE_CODES, type Down, ERROR_CATALOGUE, type ErrorCode } from '@shopbell/protocol'
import { WebSocket } from 'ws'
import type { Misfit } from './misfit.ts'
import { type Connection, READER_BOUNDS, type ReaderBounds, watchReader } from './watch-reader.ts'

/** A close frame that is not answered by then is followed by the end of the connection. */
const CLOSE_WITHIN_MS = 5_000

/**
 * The sending half of a socket, of buyers unless `Frame` says otherwise. No function of it throws, whatever state the socket is in.
 * What is said within one turn of the event loop, such as a step's messages and its `stored`, leaves in one system call.
 */
export interface Outgoing<Frame = Down> {
  readonly say: (frames: readonly Frame[]) => void
  /** Sends `refused`, and closes where the catalogue says that the socket ends with this error. */
  readonly refuse: (code: ErrorCode, about?: About) => void
  readonly close: (code: number, reason?: object) => void
  /** Resolves once what was said has left our memory, or the reader was cut off for being too slow. */
  readonly drained: () => Promise<void>
}

export interface About {
  readonly id?: string
  readonly misfit?: Misfit
  readonly retryAfterMs?: number
  /** True to end the socket with the catalogue's close code. */
  readonly final?: boolean
}

export function createOutgoing<Frame = Down>(
  socket: WebSocket,
  bounds: ReaderBounds = READER_BOUNDS,
  connection?: Connection,
  /** Counts the refusals of all sockets. */
  onRefused?: (code: ErrorCode) => void,
): Outgoing<Frame> {
  const said: string[] = []
  let endOfTurn: NodeJS.Immediate | undefined

  const flush = () => {
    clearImmediate(endOfTurn)
    endOfTurn = undefined
    const texts = said.splice(0)
    if (texts.length > 0 && socket.readyState === WebSocket.OPEN) reader.send(texts)
  }
  const close = (code: number, reason: object = {}) => {
    if (socket.readyState !== WebSocket.OPEN) return
    flush()
    socket.close(code, Object.keys(reason).length === 0 ? '' : JSON.stringify(reason))
    setTimeout(() => {
      socket.terminate()
    }, CLOSE_WITHIN_MS).unref()
  }
  const reader = watchReader(
    socket,
    bounds,
    () => {
      close(CLOSE_CODES.SLOW_OR_SILENT, { code: 'TOO_SLOW' })
    },
    connection,
  )

  const say = (frames: readonly unknown[]) => {
    if (socket.readyState !== WebSocket.OPEN) return
    for (const frame of frames) said.push(JSON.stringify(frame))
    // Who is behind is counted at once: nothing may gather where nobody looks.
    if (socket.bufferedAmount > 0) flush()
    else endOfTurn ??= setImmediate(flush)
  }

  const refuse = (code: ErrorCode, { id, misfit, retryAfterMs, final = false }: About = {}) => {
    const place =
      misfit === undefined ? '' : ` (${misfit.at === '' ? 'frame' : misfit.at}: ${misfit.message})`
    const frame = {
      type: 'refused',
      code,
      message: `${ERROR_CATALOGUE[code].message}${place}`.slice(0, MAX_SENTENCE),
      ...(id === undefined ? {} : { id }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    } as const
    say([frame])
    onRefused?.(code)
    if (final) close(closeCodeOf(code), { code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) })
  }

  return {
    say,
    refuse,
    close,
    drained: () => {
      flush()
      return reader.drained()
    },
  }
}

/** Longest sentence of a `refused` frame. */
const MAX_SENTENCE = 400

function closeCodeOf(code: ErrorCode): number {
  const error = ERROR_CATALOGUE[code]
  return 'close' in error ? error.close : CLOSE_CODES.BAD_FRAME
}
