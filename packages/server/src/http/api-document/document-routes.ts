import Type from 'typebox'
import type { ConsoleApp } from '../console-app.ts'
import { describeHttp } from './describe-http.ts'
import { describeSockets } from './describe-sockets.ts'
import type { RouteNote } from './route-note.ts'

const Described = Type.Record(Type.String(), Type.Unknown())

/** This API and the sockets, described for machines; made from `notes` when somebody first asks. */
export function documentRoutes(app: ConsoleApp, notes: readonly RouteNote[]): void {
  const ofHttp = once(() => describeHttp(notes))
  const ofSockets = once(describeSockets)

  app.get(
    '/openapi.json',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'readOpenApi',
        summary: 'Describes this API as an OpenAPI document.',
        response: { 200: Described },
      },
    },
    async () => ofHttp(),
  )

  app.get(
    '/asyncapi.json',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'readAsyncApi',
        summary: 'Describes the sockets as an AsyncAPI document.',
        response: { 200: Described },
      },
    },
    async () => ofSockets(),
  )
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
