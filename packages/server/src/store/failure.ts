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

/** The five letters in which PostgreSQL says what went wrong; empty for errors that are not the database's. */
export function sqlStateOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : ''
}
