import type { Duplex } from 'node:stream'
import { ERROR_CATALOGUE, type ErrorCode, type HttpError } from '@shopbell/protocol'

/** Answers a request to become a WebSocket with a plain HTTP error, and ends the connection. */
export function refuseUpgrade(socket: Duplex, code: ErrorCode, retryAfterMs?: number): void {
  const { status, message } = ERROR_CATALOGUE[code]
  const body: HttpError = { code, message, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
  const text = JSON.stringify(body)
  const retryAfter =
    retryAfterMs === undefined ? [] : [`Retry-After: ${String(Math.ceil(retryAfterMs / 1_000))}`]
  // The client may already be gone; then there is nobody to answer.
  socket.on('error', () => socket.destroy())
  socket.end(
    [
      `HTTP/1.1 ${String(status)} ${code}`,
      'Connection: close',
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${String(Buffer.byteLength(text))}`,
      ...retryAfter,
      '',
      text,
    ].join('\r\n'),
  )
}
