import { BLOCK_KINDS } from '@shopbell/engine'
import Type from 'typebox'
import { expect, test } from 'vitest'
import { schemaFields } from './schema-fields.ts'

test('a kind that nobody has seen yet gets a form', () => {
  const schema = Type.Object({
    kind: Type.Literal('acme/survey'),
    enabled: Type.Optional(Type.Boolean()),
    loud: Type.Boolean(),
    size: Type.Enum(['small', 'large']),
    way: Type.Union([Type.Literal('up'), Type.Literal('down')]),
    tries: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
    memo: Type.String({ maxLength: 60 }),
    wait: Type.Object({ afterSeconds: Type.Number() }),
    rows: Type.Array(Type.Object({ id: Type.String(), shout: Type.Boolean() }), { maxItems: 4 }),
  })
  expect(schemaFields(schema)).toEqual([
    { key: 'loud', optional: false, type: 'switch' },
    { key: 'size', optional: false, type: 'choice', options: ['small', 'large'] },
    { key: 'way', optional: false, type: 'choice', options: ['up', 'down'] },
    { key: 'tries', optional: true, type: 'number', min: 1, max: 9 },
    { key: 'memo', optional: false, type: 'text', maxLength: 60 },
    {
      key: 'wait',
      optional: false,
      type: 'group',
      fields: [{ key: 'afterSeconds', optional: false, type: 'number', min: null, max: null }],
    },
    {
      key: 'rows',
      optional: false,
      type: 'list',
      max: 4,
      fields: [{ key: 'shout', optional: false, type: 'switch' }],
    },
  ])
})

test.for(Object.values(BLOCK_KINDS))('every property of $kind has a field', ({ schema }) => {
  const properties: object =
    'properties' in schema && typeof schema.properties === 'object' ? (schema.properties ?? {}) : {}
  const expected = Object.keys(properties).filter((key) => !['kind', 'enabled'].includes(key))
  expect(schemaFields(schema).map(({ key }) => key)).toEqual(expected)
})

test('a condition is known as one wherever it stands', () => {
  const cases = schemaFields(BLOCK_KINDS.condition.schema).find(({ key }) => key === 'cases')
  expect(cases).toMatchObject({
    type: 'list',
    fields: [
      { key: 'when', type: 'condition' },
      { key: 'next', type: 'id' },
    ],
  })
})
