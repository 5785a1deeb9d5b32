/** Where a request comes from, as the connection and the browser say; never who is acting. */
export interface Client {
  /** The connection's, or what a trusted proxy says. */
  readonly address: string
  /** The `User-Agent`, cut to a length that fits a page. */
  readonly browser: string | null
}
