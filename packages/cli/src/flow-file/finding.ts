/** A problem of a flow, from the engine or from a server, which may be newer and know more codes. `at` is a JSON Pointer. */
export interface Finding {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly at: string
  readonly message: string
}
