/** One letter on its way out. `id` stays the same however often it is tried, so that a receiver can tell a repetition. */
export interface Outgoing {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** The way to a mail server. `deliver` rejects where the server did not take the letter. */
export interface Transport {
  readonly deliver: (letter: Outgoing) => Promise<void>
  readonly close: () => void
}
