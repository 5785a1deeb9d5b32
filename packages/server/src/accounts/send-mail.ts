/** A letter, as plain text. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The store in whose name it is sent: its admins see when it does not arrive. Left out: a person is sent it as themselves. */
  readonly storeId?: number
}

/** The port to whatever sends mail. Resolves when the letter is in safe hands; a mail server that is away is not the caller's business. */
export type SendMail = (mail: Mail) => Promise<void>
