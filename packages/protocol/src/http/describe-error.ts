import { ERROR_CATALOGUE, type ErrorCode } from '../error-catalogue.ts'
import type { HttpError } from './http-error.ts'

/** Where a server explains its errors, by code: the beginning of each `type`. */
export const ERROR_PAGES = '/problems/'

/**
 * An error of the catalogue as the body of an answer. `detail` is a sentence more exact than the catalogue's.
 *
 * `describeError('NOT_FOUND')` is `{ type: '/problems/NOT_FOUND', title: 'Not found', status: 404, … }`.
 */
export function describeError(code: ErrorCode, detail?: string): HttpError {
  const { status, message } = ERROR_CATALOGUE[code]
  return { type: `${ERROR_PAGES}${code}`, title: titleOf(code), status, detail: detail ?? message, code }
}

function titleOf(code: ErrorCode): string {
  const words = code.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
