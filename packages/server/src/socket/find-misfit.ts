import { Enter, Hello, Judge, Look, Range, ReadUp, Send, SentContent, TypingUp } from '@shopbell/protocol'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Misfit } from '../web/misfit.ts'

const SHAPES = shapesBy('type', [Hello, Enter, Send, ReadUp, TypingUp, Range, Look, Judge])
const CONTENTS = shapesBy('kind', SentContent.anyOf)
const MAX_PLACE = 100

/** Says why a value is no message of the protocol. A union alone would only say that none of its members fits. */
export function findMisfit(value: unknown): Misfit {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { at: '', message: 'must be an object with a type' }
  }
  const shape = named(SHAPES, 'type' in value ? value.type : undefined)
  if (shape === undefined) return { at: '/type', message: `must be one of ${[...SHAPES.keys()].join(', ')}` }
  if ('content' in value && typeof value.content === 'object' && value.content !== null) {
    const content = named(CONTENTS, 'kind' in value.content ? value.content.kind : undefined)
    if (content === undefined) {
      return { at: '/content/kind', message: `must be one of ${[...CONTENTS.keys()].join(', ')}` }
    }
    if (!content.Check(value.content)) return firstError(content, value.content, '/content')
  }
  return firstError(shape, value, '')
}

type Shape = ReturnType<typeof Compile>

function firstError(shape: Shape, value: unknown, prefix: string): Misfit {
  const [error] = shape.Errors(value)
  if (error === undefined) return { at: prefix, message: 'does not fit' }
  const message = error.keyword === 'boolean' ? 'is no key of this message' : error.message
  return { at: `${prefix}${error.instancePath}`.slice(0, MAX_PLACE), message }
}

function named(shapes: ReadonlyMap<string, Shape>, name: unknown): Shape | undefined {
  return typeof name === 'string' ? shapes.get(name) : undefined
}

function shapesBy(key: string, schemas: readonly TSchema[]): ReadonlyMap<string, Shape> {
  return new Map(
    schemas.flatMap((schema) => {
      const properties: unknown = 'properties' in schema ? schema.properties : undefined
      const name = literalOf(properties, key)
      return name === undefined ? [] : [[name, Compile(schema)] as const]
    }),
  )
}

function literalOf(properties: unknown, key: string): string | undefined {
  const schema = propertyOf(properties, key)
  const value = propertyOf(schema, 'const')
  return typeof value === 'string' ? value : undefined
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
