import type { ErrorCode, TokenScope } from '@shopbell/protocol'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { type AccessName, takesTokens } from '../access.ts'

declare module 'fastify' {
  /** What a route says of itself for the API's document, beside its shapes. */
  interface FastifySchema {
    /** Its name in generated clients: a verb and what it is done to. */
    operationId?: string
    /** What it does, in one sentence. */
    summary?: string
    /** Codes it refuses with beyond those of every route of its kind (`codesOf`). */
    refuses?: readonly ErrorCode[]
    /** Media types of a body that is a file, read as it is. */
    takes?: readonly string[]
    /** Media types of an answer that is a file. */
    sends?: readonly string[]
  }
}

/** A route as it was registered. */
export interface RouteNote {
  readonly method: string
  /** Below the API's prefix, as the router writes it: `/conversations/:id`. */
  readonly path: string
  readonly access: AccessName
  /** What an API token has to be let do; left out where none is taken. */
  readonly scope?: TokenScope | 'any'
  /** Takes an `Idempotency-Key`. */
  readonly repeatable: boolean
  readonly schema: FastifySchema
}

/** The routes that are registered from now on, below the prefix. HEAD comes with GET and is not noted. */
export function noteRoutes(app: FastifyInstance): readonly RouteNote[] {
  const notes: RouteNote[] = []
  app.addHook('onRoute', ({ method, url, config, schema = {} }) => {
    const { access = 'person', scope, idempotency } = config ?? {}
    for (const one of [method].flat().filter((name) => name !== 'HEAD'))
      notes.push({
        method: one,
        path: url.slice(app.prefix.length),
        access,
        ...(scope === undefined ? {} : { scope }),
        repeatable: one !== 'GET' && takesTokens(access) && idempotency !== 'never',
        schema,
      })
  })
  return notes
}
