/** An answer to a request with an `Idempotency-Key`. Without a status the request is under way. */
export interface KeptAnswerTable {
  readonly storeId: number
  readonly accountId: number
  readonly requestKey: string
  /** Method and address. */
  readonly request: string
  /** SHA-256 of the body, in hex. */
  readonly bodyHash: string
  /** The id in the address, where it has one. */
  readonly about: string | null
  readonly claimedAt: number
  readonly status: number | null
  readonly mediaType: string | null
  readonly answer: string | null
}
