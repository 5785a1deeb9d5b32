import { Condition } from '@shopbell/engine'
import type { TSchema } from 'typebox'

/** A field of a form, as a kind's schema describes it. `path` is inside the block, items of lists by their id. */
export type SchemaField = { readonly key: string; readonly optional: boolean } & (
  | { readonly type: 'switch' }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'number'; readonly min: number | null; readonly max: number | null }
  | { readonly type: 'text'; readonly maxLength: number | null }
  | { readonly type: 'id' }
  | { readonly type: 'condition' }
  | { readonly type: 'group'; readonly fields: readonly SchemaField[] }
  | { readonly type: 'list'; readonly fields: readonly SchemaField[]; readonly max: number | null }
)

/** What a form has places of its own for: the kind, the switch in the head, and names that never change. */
const NOT_FIELDS = new Set(['kind', 'enabled', 'id'])

/** The form of a schema: one field per property, so that a new kind of block has a form without new code. */
export function schemaFields(schema: TSchema): readonly SchemaField[] {
  const properties = recordOf(schema, 'properties')
  const required = listOf(schema, 'required')
  return Object.entries(properties).flatMap(([key, property]) => {
    const field = NOT_FIELDS.has(key) || !isRecord(property) ? null : fieldOf(property)
    return field ? [{ ...field, key, optional: !required.includes(key) }] : []
  })
}

type Described = SchemaField extends infer Field
  ? Field extends SchemaField
    ? Omit<Field, 'key' | 'optional'>
    : never
  : never

function fieldOf(schema: Readonly<Record<string, unknown>>): Described | null {
  if (schema === asRecord(Condition)) return { type: 'condition' }
  const options = optionsOf(schema)
  if (options) return { type: 'choice', options }
  switch (schema['type']) {
    case 'boolean':
      return { type: 'switch' }
    case 'number':
    case 'integer':
      return { type: 'number', min: numberOf(schema, 'minimum'), max: numberOf(schema, 'maximum') }
    case 'string':
      return 'pattern' in schema ? { type: 'id' } : { type: 'text', maxLength: numberOf(schema, 'maxLength') }
    case 'object':
      return { type: 'group', fields: schemaFields(schema) }
    case 'array': {
      const items = schema['items']
      return isRecord(items) && items['type'] === 'object'
        ? { type: 'list', fields: schemaFields(items), max: numberOf(schema, 'maxItems') }
        : null
    }
    default:
      return null
  }
}

/** The values of an enumeration, however it is written. */
function optionsOf(schema: Readonly<Record<string, unknown>>): readonly string[] | null {
  const listed = schema['enum']
  if (Array.isArray(listed)) return listed.map(String)
  const union = schema['anyOf']
  if (!Array.isArray(union)) return null
  const values = union.map((part: unknown) =>
    isRecord(part) && 'const' in part ? String(part['const']) : null,
  )
  return values.every((value) => value !== null) ? values : null
}

function recordOf(schema: TSchema, key: string): Readonly<Record<string, unknown>> {
  const value = asRecord(schema)[key]
  return isRecord(value) ? value : {}
}

function listOf(schema: TSchema, key: string): readonly unknown[] {
  const value = asRecord(schema)[key]
  return Array.isArray(value) ? value : []
}

function numberOf(schema: Readonly<Record<string, unknown>>, key: string): number | null {
  const value = schema[key]
  return typeof value === 'number' ? value : null
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
