import { FlowOperation } from '@shopbell/engine'
import * as protocol from '@shopbell/protocol'
import { IsSchema } from 'typebox'
import said from './said-of-shapes.json' with { type: 'json' }

/** A JSON Schema (2020-12) as it is written into a document. */
export type WrittenShape = Readonly<Record<string, unknown>>

/** Where one shape of a schema sits in another, as a list or by name. */
const LISTS = new Set(['anyOf', 'allOf', 'oneOf'])
const MAPS = new Set(['properties', '$defs'])
const SINGLE = new Set(['items', 'additionalProperties', 'not'])

const NAMED = Object.entries<unknown>({ ...protocol, FlowOperation }).flatMap(([name, shape]) =>
  IsSchema(shape) && Object.keys(shape).length > 0 ? [[name, shape] as const] : [],
)
/** `Type.Optional` copies what it is given, so what has parts or words of its own is also known by what it says. */
const NAME_OF_TEXT = new Map(
  NAMED.filter(([, shape]) => 'properties' in shape || 'anyOf' in shape || 'enum' in shape)
    .map(([name, shape]) => [JSON.stringify(shape), name] as const)
    .reverse(),
)
const NAME_OF_SHAPE = new Map<object, string>(NAMED.map(([name, shape]) => [shape, name]))

const SAID = new Map(Object.entries(said))

/** The repository's habit: what is named `…At` is an instant. */
const NAMED_LIKE_AN_INSTANT = /(^at|At)$/
const INSTANT: WrittenShape = {
  type: 'integer',
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'UTC milliseconds since 1970.',
}

interface Field {
  readonly name: string
  readonly required: boolean
  readonly shape: WrittenShape
}

interface Choice {
  /** The word that tells it from the others. */
  readonly type: string
  readonly shape: WrittenShape
  readonly said?: string
}

export interface ShapeBook {
  /** How a document refers to a shape: by its name where it has one, which then is among `shapes`; else written out. */
  readonly refer: (shape: unknown) => WrittenShape
  /** What an object holds, by name, each with whether it must be there. */
  readonly fieldsOf: (shape: unknown) => readonly Field[]
  /** What a union of objects chooses between, each by its `type`. */
  readonly choicesOf: (union: unknown) => readonly Choice[]
  /** The shapes that were referred to, by name, in alphabetical order. */
  readonly shapes: () => Readonly<Record<string, WrittenShape>>
}

/** Writes the protocol's TypeBox shapes for a document that keeps them under `#/components/schemas`. */
export function openShapeBook(): ShapeBook {
  const shapes = new Map<string, WrittenShape>()

  function refer(shape: unknown, property = ''): WrittenShape {
    if (!isRecord(shape)) return {}
    if (NAMED_LIKE_AN_INSTANT.test(property) && shape['type'] === 'integer') return named('Instant', INSTANT)
    const name = nameOf(shape)
    return name === undefined ? write(shape) : named(name, shape)
  }

  function named(name: string, shape: Readonly<Record<string, unknown>>): WrittenShape {
    if (!shapes.has(name)) {
      shapes.set(name, {})
      const description = SAID.get(name)
      shapes.set(name, { ...(description === undefined ? {} : { description }), ...write(shape) })
    }
    return { $ref: `#/components/schemas/${name}` }
  }

  function write(shape: Readonly<Record<string, unknown>>): WrittenShape {
    const words = wordsOf(shape)
    if (words !== null) return { type: 'string', enum: words }
    const { patternProperties, ...rest } = shape
    const written = Object.entries(rest).map(([key, value]) => [key, part(key, value)] as const)
    return {
      ...Object.fromEntries(written),
      ...(isRecord(patternProperties)
        ? { additionalProperties: refer(Object.values(patternProperties)[0]) }
        : {}),
    }
  }

  function part(key: string, value: unknown): unknown {
    if (LISTS.has(key) && Array.isArray(value)) return value.map((one) => refer(one))
    if (SINGLE.has(key) && isRecord(value)) return refer(value)
    if (MAPS.has(key) && isRecord(value))
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, refer(one, name)]))
    return value
  }

  return {
    refer,
    fieldsOf: (shape) => {
      if (!isRecord(shape) || !isRecord(shape['properties'])) return []
      const required: unknown = shape['required']
      return Object.entries(shape['properties']).map(([name, one]) => ({
        name,
        required: Array.isArray(required) && required.includes(name),
        shape: refer(one, name),
      }))
    },
    choicesOf: (union) => {
      if (!isRecord(union) || !Array.isArray(union['anyOf'])) return []
      return union['anyOf'].map((one: unknown) => {
        const said = isRecord(one) ? SAID.get(nameOf(one) ?? '') : undefined
        return { type: typeOf(one), shape: refer(one), ...(said === undefined ? {} : { said }) }
      })
    },
    shapes: () => Object.fromEntries([...shapes].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function nameOf(shape: object): string | undefined {
  return NAME_OF_SHAPE.get(shape) ?? NAME_OF_TEXT.get(JSON.stringify(shape))
}

function typeOf(shape: unknown): string {
  if (!isRecord(shape) || !isRecord(shape['properties']) || !isRecord(shape['properties']['type'])) return ''
  return String(shape['properties']['type']['const'])
}

/** The words of a shape that is a choice between words, however it was put; null for every other one. */
function wordsOf({ anyOf, enum: listed }: Readonly<Record<string, unknown>>): readonly string[] | null {
  const words = Array.isArray(anyOf)
    ? anyOf.map((one: unknown) => (isRecord(one) ? one['const'] : null))
    : listed
  if (!Array.isArray(words)) return null
  return words.every((word: unknown) => typeof word === 'string') ? words : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
