import type { StepRecord } from './step-record.ts'

/** The way of the hot path into the database: a connection that rests in the role `shopbell_journal`. */
export interface JournalConnection {
  /** Most steps worth giving to one `commit`. */
  readonly maxBatch: number
  /**
   * Commits the steps of many conversations, each at most once, in one statement and one transaction, and returns the ids of
   * the conversations that were committed. The others had moved on from `expectedRevision`: load them and step again. When
   * this throws nothing of the batch was seen to commit, although failures that pass were sat out for a moment; `failureOf` says
   * whether to split the batch, because a row is refused, or to give up, because the outcome is unknown.
   */
  readonly commit: (steps: readonly StepRecord[]) => Promise<ReadonlySet<number>>
}
