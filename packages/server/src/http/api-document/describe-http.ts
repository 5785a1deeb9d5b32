import { HTTP_ERROR_TYPE, HttpError } from '@shopbell/protocol'
import { ACCESS, takesTokens } from '../access.ts'
import { AREAS, areaOf } from './areas.ts'
import { IDEMPOTENCY_KEY, parametersOf } from './parameters.ts'
import { codesOf, openRefusalBook, type RefusalBook } from './refusals.ts'
import type { RouteNote } from './route-note.ts'
import { openShapeBook, type ShapeBook, type WrittenShape } from './shape-book.ts'

/** Where one registers a machine's description of HTTP APIs: https://spec.openapis.org/oas/v3.1.1 */
const OPENAPI = '3.1.1'
/** The API's own version: `v1` of its addresses. */
const API_VERSION = '1.0.0'

interface Books {
  readonly shapes: ShapeBook
  readonly refusals: RefusalBook
}

/** The OpenAPI document of the routes: every operation with its shapes by name, its refusals by code, and who may ask. */
export function describeHttp(notes: readonly RouteNote[]): WrittenShape {
  const shapes = openShapeBook()
  const refusals = openRefusalBook(shapes.refer(HttpError), HTTP_ERROR_TYPE)
  const paths: Record<string, Record<string, WrittenShape>> = {}
  for (const note of notes.toSorted(byAddress)) {
    const path = note.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [note.method.toLowerCase()]: operationOf(note, { shapes, refusals }) }
  }
  return {
    openapi: OPENAPI,
    info: {
      title: 'Shopbell',
      version: API_VERSION,
      summary: 'The HTTP API of a Shopbell server.',
      description:
        'JSON everywhere. Programs show an API token with the scope that a route takes; browsers have a session’s cookie and say their origin. Instants are UTC milliseconds. Nobody sees anything of another store: what belongs to one looks as if it did not exist.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1', description: 'The server that gave this document.' }],
    tags: AREAS.map(({ name, description }) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API token. It acts as the account that made it, in its store.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-shopbell-session',
          description:
            'The console’s session; without https the cookie is named `shopbell-session`. What changes something must come from the console’s own pages (`Origin`).',
        },
      },
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
      responses: refusals.responses(),
      schemas: shapes.shapes(),
    },
  }
}

function operationOf(note: RouteNote, { shapes, refusals }: Books): WrittenShape {
  const { operationId, summary } = note.schema
  const parameters = parametersOf(note, shapes)
  return {
    operationId,
    summary,
    tags: [areaOf(note.path)],
    ...(ACCESS[note.access] === null ? {} : { description: whoMayAsk(note) }),
    security: securityOf(note),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...bodyOf(note, shapes),
    responses: { ...answersOf(note, shapes), ...refusals.refer(codesOf(note)) },
  }
}

/** A token is let do what its scopes say; of a bearer, the list behind it is what it has to be let do. */
function securityOf({ access, scope }: RouteNote): readonly WrittenShape[] {
  if (ACCESS[access] === null) return []
  if (!takesTokens(access)) return [{ session: [] }]
  return [{ token: scope === undefined || scope === 'any' ? [] : [scope] }, { session: [] }]
}

const ROLE_NAMES = { owner: 'owner', admin: 'admin', service_admin: 'service admin', agent: 'agent' } as const

function whoMayAsk({ access, scope }: RouteNote): string {
  const roles = ACCESS[access]?.roles ?? []
  const who = roles.length === Object.keys(ROLE_NAMES).length ? 'Every account' : rolesInWords(roles)
  return `${who} of the store may ask.${scope === 'any' ? ' Any token will do.' : ''}`
}

function rolesInWords(roles: readonly (keyof typeof ROLE_NAMES)[]): string {
  return `Only ${roles.map((role) => ROLE_NAMES[role]).join(' and ')}`
}

function bodyOf({ schema: { body, takes } }: RouteNote, shapes: ShapeBook): WrittenShape {
  if (takes !== undefined) return { requestBody: { required: true, content: filesOf(takes) } }
  if (body === undefined) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema: shapes.refer(body) } } } }
}

function answersOf({ schema: { response, sends } }: RouteNote, shapes: ShapeBook): WrittenShape {
  if (sends !== undefined) return { 200: { description: 'The file.', content: filesOf(sends) } }
  if (typeof response !== 'object' || response === null) return {}
  const answers = Object.entries(response).map(([status, shape]) => [
    status,
    status === '204'
      ? { description: 'Done; there is nothing to say.' }
      : { description: 'Done.', content: { 'application/json': { schema: shapes.refer(shape) } } },
  ])
  return Object.fromEntries(answers)
}

/** A file is bytes as they are, whatever they mean; JSON among them is any JSON. */
function filesOf(mediaTypes: readonly string[]): WrittenShape {
  return Object.fromEntries(
    mediaTypes.map((type) => [
      type,
      type === 'application/json' ? { schema: {} } : { schema: { type: 'string' } },
    ]),
  )
}

function byAddress(a: RouteNote, b: RouteNote): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.method < b.method ? -1 : 1
}
