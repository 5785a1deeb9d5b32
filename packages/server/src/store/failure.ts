import { UnfitStep } from './unfit-step.ts'

/**
 * What a failed statement means for whoever sent it: `passing` — the same again may succeed (a lost connection, a deadlock, a
 * timeout), and whether it was committed is unknown; `poison` — the rows themselves are refused, and always will be.
 */
export type Failure = 'passing' | 'poison'

/** SQLSTATE classes of values, constraints and limits; all else can pass. https://www.postgresql.org/docs/15/errcodes-appendix.html */
const POISON_CLASSES = new Set(['21', '22', '23', '42', '44', '54'])

export function failureOf(error: unknown): Failure {
  return error instanceof UnfitStep || POISON_CLASSES.has(sqlStateOf(error).slice(0, 2))
    ? 'poison'
    : 'passing'
}

/**
 * Whether the database could not be asked: it is away, or the connection broke on the way. Nobody made a mistake; the same may be
 * asked again, and whether it was done is unknown. Errors of our own are not of this kind, so that nobody repeats them for ever.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (sqlStateOf(error) !== '') return failureOf(error) === 'passing'
  if (!(error instanceof Error)) return false
  return ('code' in error && SOCKET_ERROR.test(String(error.code))) || BROKEN_CONNECTION.test(error.message)
}

/** Node's names for what a socket meets: ECONNREFUSED, EAI_AGAIN, … https://nodejs.org/api/errors.html#common-system-errors */
const SOCKET_ERROR = /^E(?!RR_)[A-Z_]+$/

/** What `pg` and its pool say of a connection, and Kysely of a transaction, that came to nothing; they have no codes for it. */
const BROKEN_CONNECTION =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed)/

/** The five letters in which PostgreSQL says what went wrong; empty for errors that are not the database's. */
export function sqlStateOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : ''
}
