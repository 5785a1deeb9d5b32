import type { ErrorCode } from '@shopbell/protocol'
import { isDatabaseAway } from '../store/failure.ts'
import { StoreGone } from './store-gone.ts'

/** Something was asked that does not happen, and changed nothing. The sentence is the catalogue's. */
export interface Refused {
  readonly refused: ErrorCode
  /** After this time the same may be asked again. */
  readonly retryAfterMs?: number
}

/** It happened, or already was so. */
export interface Done {
  readonly done: true
}

export function isRefused(answer: object): answer is Refused {
  return 'refused' in answer
}

const READY_AFTER_MS = 1_000

/** What is said of something that was thrown: while the database is away to come again, for all else that the mistake is ours. */
export function refusalOf(error: unknown): Refused {
  if (error instanceof StoreGone) return { refused: 'STORE_UNKNOWN' }
  return isDatabaseAway(error)
    ? { refused: 'NOT_READY', retryAfterMs: READY_AFTER_MS }
    : { refused: 'INTERNAL' }
}
