import { ERROR_CATALOGUE, type ErrorCode } from '@shopbell/protocol'
import { ACCESS } from '../access.ts'
import type { RouteNote } from './route-note.ts'
import type { WrittenShape } from './shape-book.ts'

/** Codes that a route can answer with: those of every route of its kind, and those it names itself. In alphabetical order. */
export function codesOf({
  method,
  path,
  access,
  scope,
  repeatable,
  schema,
}: RouteNote): readonly ErrorCode[] {
  const { body, querystring, refuses = [], takes } = schema
  const codes: ErrorCode[] = ['TOO_MANY', 'INTERNAL', 'NOT_READY', ...refuses]
  if (ACCESS[access] !== null) codes.push('NOT_SIGNED_IN', 'FORBIDDEN')
  if (scope !== undefined && scope !== 'any') codes.push('SCOPE_MISSING')
  if (method !== 'GET') codes.push('ORIGIN_REFUSED')
  if (repeatable) codes.push('IDEMPOTENCY_BUSY', 'IDEMPOTENCY_REUSED', 'NOT_UNDERSTOOD')
  if (path.includes(':')) codes.push('NOT_FOUND')
  if (body !== undefined || querystring !== undefined) codes.push('NOT_UNDERSTOOD', 'BAD_TEXT')
  if (body !== undefined || takes !== undefined) codes.push('NOT_JSON', 'TOO_BIG')
  return [...new Set(codes)].toSorted()
}

export interface RefusalBook {
  /** The error responses of a route, by status. */
  readonly refer: (codes: readonly ErrorCode[]) => Readonly<Record<string, WrittenShape>>
  /** Every response that was referred to, by its name: the codes it can have. */
  readonly responses: () => Readonly<Record<string, WrittenShape>>
}

/** Writes refusals for `components.responses`: routes that refuse alike share them. `problem` is how a document refers to the body. */
export function openRefusalBook(problem: WrittenShape, mediaType: string): RefusalBook {
  const responses = new Map<string, WrittenShape>()
  return {
    refer: (codes) => {
      const byStatus = Map.groupBy(codes, (code) => ERROR_CATALOGUE[code].status)
      const referred = [...byStatus].map(([status, group]) => {
        const name = group.join('.')
        responses.set(name, refusalOf(group, problem, mediaType))
        return [String(status), { $ref: `#/components/responses/${name}` }] as const
      })
      return Object.fromEntries(referred.toSorted(([a], [b]) => (a < b ? -1 : 1)))
    },
    responses: () => Object.fromEntries([...responses].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function refusalOf(codes: readonly ErrorCode[], problem: WrittenShape, mediaType: string): WrittenShape {
  const description = codes.map((code) => `\`${code}\`: ${ERROR_CATALOGUE[code].message}`).join(' ')
  const known = { type: 'object', properties: { code: { enum: codes } } }
  return { description, content: { [mediaType]: { schema: { allOf: [problem, known] } } } }
}
