import { type DestinationStream, type Logger, pino } from 'pino'
import type { LogLevel } from '../config/config.ts'

/** Names under which a secret or a person's words could reach a log line; their values are replaced. */
const NEVER_LOGGED = [
  'authorization',
  'content',
  'cookie',
  'document',
  'email',
  'identity',
  'password',
  'text',
  'ticket',
  'token',
  'tokenHash',
]

/**
 * One JSON line per event, without content: ids, codes, counts and durations. The list above is the second line of defence; the
 * first is not to pass such things.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: NEVER_LOGGED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[kept out]',
    },
    serializers: {
      // Where it came from and what it was about, without headers, query and body (A5).
      req: (request: { method?: string; url?: string }) => ({
        method: request.method,
        path: request.url?.split('?')[0],
      }),
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      err: describeError,
    },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/** An error without the values it speaks of: database drivers put rows and parameters into `detail`, `where` and `parameters`. */
function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) }
  return { type: error.name, message: error.message, ...code, stack: error.stack, ...cause }
}
