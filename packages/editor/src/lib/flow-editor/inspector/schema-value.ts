import { Condition } from '@shopbell/engine'
import { Check } from 'typebox/value'
import type { SchemaField } from './schema-fields.ts'

/** What a new item or group begins with, where the schema alone does not say what is sensible. */
const BEGINNINGS: Readonly<Record<string, unknown>> = {
  afterSeconds: 600,
  when: { source: 'returning', op: 'is', value: true } satisfies Condition,
}

/** A value with which a form begins: every required field of it. */
export function emptyValue(fields: readonly SchemaField[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields
      .filter(({ optional }) => !optional)
      .map((field) => [field.key, BEGINNINGS[field.key] ?? emptyField(field)]),
  )
}

function emptyField(field: SchemaField): unknown {
  switch (field.type) {
    case 'switch':
      return false
    case 'choice':
      return field.options[0] ?? ''
    case 'number':
      return field.min ?? 0
    case 'group':
      return emptyValue(field.fields)
    case 'list':
      return []
    default:
      return ''
  }
}

/** The items of a list, each with its id. */
export function itemsOf(value: unknown): readonly { readonly id: string }[] {
  return Array.isArray(value) ? value.filter(hasId) : []
}

export function childOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([name]) => name === key)?.[1]
}

export function isCondition(value: unknown): value is Condition {
  return Check(Condition, value)
}

function hasId(item: unknown): item is { readonly id: string } {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
}
