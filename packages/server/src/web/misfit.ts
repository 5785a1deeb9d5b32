/** What does not fit, and where (JSON Pointer). Names places, never repeats anybody's words. */
export interface Misfit {
  readonly at: string
  readonly message: string
}
