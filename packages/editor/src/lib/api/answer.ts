import type { DraftMoved, ErrorCode, FlowProblem, Holder } from '@shopbell/protocol'

/** Why a request brought nothing. `OFFLINE` and `UNREADABLE` are found on this side, the others are the server's. */
export interface ApiError {
  readonly code: ErrorCode | 'OFFLINE' | 'UNREADABLE'
  /** The server's sentence, in English; empty for what this side found. `errorSentence` words it for the reader. */
  readonly message: string
  readonly status: number
  readonly requestId?: string
  readonly problems?: readonly FlowProblem[]
  /** With `DRAFT_MOVED`: who changed what. */
  readonly moved?: DraftMoved
  /** With `TAKEN`: who has the conversation. */
  readonly holder?: Holder
}

/** What came of a request. Errors are values: a page shows them where they belong. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiError }
