import { readFileSync } from 'node:fs'
import Type from 'typebox'
import { Value } from 'typebox/value'
import type { Method } from '../console-stage/ask.ts'

/** An operation of the API that takes an `Idempotency-Key`. */
export interface KeyedOperation {
  readonly id: string
  readonly method: Method
  /** With `{names}` in it. */
  readonly path: string
}

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const
const Operation = Type.Object({
  operationId: Type.String(),
  parameters: Type.Optional(Type.Array(Type.Object({ $ref: Type.Optional(Type.String()) }))),
})
const Document = Type.Object({
  paths: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown())),
})

/** All of them, as docs/openapi.json has them, which is what the server says (api-documents.test.ts). */
export function keyedOperations(): readonly KeyedOperation[] {
  const text = readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8')
  const { paths } = Value.Parse(Document, JSON.parse(text))
  return Object.entries(paths).flatMap(([path, written]) =>
    METHODS.flatMap((method) => {
      const operation = written[method.toLowerCase()]
      if (!Value.Check(Operation, operation)) return []
      const takesKey = operation.parameters?.some(({ $ref }) => $ref?.endsWith('/IdempotencyKey') === true)
      return takesKey === true ? [{ id: operation.operationId, method, path }] : []
    }),
  )
}
