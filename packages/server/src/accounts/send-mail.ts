/** A letter, as plain text. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** The port to whatever sends mail. Resolves when the letter is in safe hands; a server that is away is not the caller's business. */
export type SendMail = (mail: Mail) => Promise<void>
