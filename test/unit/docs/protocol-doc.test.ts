import {
  CLOSE_CODES,
  Down,
  MAX_FRAME_BYTES,
  MAX_RANGE,
  MAX_TEXT_UNITS,
  MessageContent,
  PROTOCOL_HISTORY,
  SentContent,
  Up,
} from '@shopbell/protocol'
import { describe, expect, test } from 'vitest'
import { readDoc, section, tableRows } from './table-rows.ts'

const DOC = readDoc('protocol.md')

/** A closed object with a literal that names it: a frame's `type` or a content's `kind`. */
interface Named {
  readonly name: string
  readonly fields: readonly string[]
}

/** A shape as its heading and its table have it; fields that may be left out end in `?`. */
function namedShapes(schemas: readonly object[], key: 'type' | 'kind'): readonly Named[] {
  return schemas.map((schema) => {
    const { properties, required } = JSON.parse(JSON.stringify(schema)) as {
      properties: Record<string, { const?: string }>
      required: readonly string[]
    }
    const fields = Object.keys(properties).filter((field) => field !== key)
    return {
      name: properties[key]?.const ?? '',
      fields: fields.map((field) => (required.includes(field) ? field : `${field}?`)),
    }
  })
}

describe.for([
  ['## Up: from the buyer', Up.anyOf, 'type'],
  ['## Down: to the buyer', Down.anyOf, 'type'],
  ['## What a message can hold', MessageContent.anyOf, 'kind'],
  ['## What a buyer can send', SentContent.anyOf, 'kind'],
] as const)('%s', ([heading, schemas, key]) => {
  const text = section(DOC, heading)
  const shapes = namedShapes(schemas, key)

  test('names every one, and none that does not exist', () => {
    const headings = [...text.matchAll(/^### `(.+)`$/gm)].map(([, name]) => name)
    expect(headings).toEqual(shapes.map(({ name }) => name))
  })

  test.for(shapes)('$name has all its fields', ({ name, fields }) => {
    expect(tableRows(section(text, `### \`${name}\``)).map(([field]) => field)).toEqual(fields)
  })
})

test('every close code', () => {
  const rows = tableRows(section(DOC, '## Close codes')).map(([code, name]) => [Number(code), name])
  expect(rows).toEqual(Object.entries(CLOSE_CODES).map(([name, code]) => [code, name]))
})

test('every version', () => {
  const rows = tableRows(section(DOC, '## Versions')).map(([version, changed]) => [version, changed])
  expect(rows).toEqual(Object.entries(PROTOCOL_HISTORY))
})

test('the limits', () => {
  for (const limit of [MAX_FRAME_BYTES, MAX_RANGE, MAX_TEXT_UNITS]) {
    expect(DOC).toContain(limit.toLocaleString('en'))
  }
})
