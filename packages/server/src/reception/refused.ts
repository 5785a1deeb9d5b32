import type { ErrorCode } from '@shopbell/protocol'

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
