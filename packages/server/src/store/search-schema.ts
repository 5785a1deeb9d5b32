/** What people wrote in a conversation, for the search. */
export interface ConversationSearchTable {
  readonly storeId: number
  readonly conversationId: number
  /** The conversation's last seq that is in here. */
  readonly head: number
  /** As `inbox/find/plain-words.ts` makes them. */
  readonly words: string
  /** Hashes, as `inbox/find/grams.ts` makes them; given as an array. */
  readonly grams: readonly number[]
}

/** Up to this hour of `lastHour` every conversation of the store is in the search, whatever wakes were lost. */
export interface ConversationSearchPlaceTable {
  readonly storeId: number
  readonly hour: number
}
