/** A person of the store, as a conversation needs to know one. */
export interface Agent {
  readonly accountId: number
  readonly publicId: string
  readonly name: string
}
