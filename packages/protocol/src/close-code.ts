/**
 * WebSocket close codes of both sockets.
 * 4400…4403: do not reconnect. 4408…4429: back off (`retryAfterMs` may be in the reason). 4503: reconnect with the jitter given.
 */
export const CLOSE_CODES = {
  BAD_FRAME: 4400,
  NOT_ALLOWED: 4401,
  FORBIDDEN: 4403,
  SLOW_OR_SILENT: 4408,
  TOO_BIG: 4413,
  TOO_MANY: 4429,
  DRAINING: 4503,
} as const

export type CloseCode = (typeof CLOSE_CODES)[keyof typeof CLOSE_CODES]

/** Close codes after which a client must not connect again by itself. */
export const FINAL_CLOSE_CODES: ReadonlySet<number> = new Set([
  CLOSE_CODES.BAD_FRAME,
  CLOSE_CODES.NOT_ALLOWED,
  CLOSE_CODES.FORBIDDEN,
])
