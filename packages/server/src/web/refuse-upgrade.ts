import type { Duplex } from 'node:stream'
import { describeError, type ErrorCode, HTTP_ERROR_TYPE, type HttpError } from '@shopbell/protocol'

/** Answers a request to become a WebSocket with a plain HTTP error (problem details), and ends the connection. */
export function refuseUpgrade(socket: Duplex, code: ErrorCode, retryAfterMs?: number): void {
  const body: HttpError = { ...describeError(code), ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
  const text = JSON.stringify(body)
  const retryAfter =
    retryAfterMs === undefined ? [] : [`Retry-After: ${String(Math.ceil(retryAfterMs / 1_000))}`]
  // The client may already be gone; then there is nobody to answer.
  socket.on('error', () => socket.destroy())
  socket.end(
    [
      `HTTP/1.1 ${String(body.status)} ${code}`,
      'Connection: close',
      `Content-Type: ${HTTP_ERROR_TYPE}`,
      `Content-Length: ${String(Buffer.byteLength(text))}`,
      ...retryAfter,
      '',
      text,
    ].join('\r\n'),
  )
}
