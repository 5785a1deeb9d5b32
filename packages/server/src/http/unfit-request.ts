import type { UnfitPlace } from '@shopbell/protocol'

/** The parts of a request as Fastify names them, and as answers do. */
const PARTS: Readonly<Record<string, UnfitPlace['in']>> = {
  body: 'body',
  querystring: 'query',
  headers: 'header',
}

/** One thing that does not fit; `place` is a JSON Pointer into the part. */
export interface Unfit {
  readonly place: string
  readonly what: string
}

/** A request that is not what its route takes. `part` is where (body, params, querystring). */
export class UnfitRequest extends Error {
  readonly code: 'NOT_UNDERSTOOD' | 'BAD_TEXT'
  readonly part: string
  readonly places: readonly UnfitPlace[]

  constructor(code: 'NOT_UNDERSTOOD' | 'BAD_TEXT', part: string, unfit: readonly Unfit[]) {
    super(unfit.map(({ place, what }) => `${part}${place}: ${what}`).join('; '))
    this.code = code
    this.part = part
    this.places = unfit.map(({ place, what }) => ({
      in: PARTS[part] ?? 'body',
      pointer: `#${place}`,
      detail: what,
    }))
  }
}
