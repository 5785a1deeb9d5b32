/** Something answered that is no Shopbell server, or not of this version. Thrown by `answerOf`. */
export class NoShopbell extends Error {
  /** The HTTP status; null where an answer with a good one could not be read. */
  readonly status: number | null

  constructor(status: number | null) {
    super(
      `This does not answer like a Shopbell server${status === null ? '' : ` (status ${String(status)})`}; check the address and its version.`,
    )
    this.name = 'NoShopbell'
    this.status = status
  }
}
