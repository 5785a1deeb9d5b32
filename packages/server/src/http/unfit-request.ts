/** A request that is not what its route takes. `part` is where (body, params, querystring), `place` a JSON Pointer into it. */
export class UnfitRequest extends Error {
  readonly code: 'NOT_UNDERSTOOD' | 'BAD_TEXT'
  readonly part: string
  readonly place: string

  constructor(code: 'NOT_UNDERSTOOD' | 'BAD_TEXT', part: string, place: string, what: string) {
    super(what)
    this.code = code
    this.part = part
    this.place = place
  }
}
