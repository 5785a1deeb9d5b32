import Type, { type Static } from 'typebox'
import { closed, FlowId, PlainValue, VendorName } from '../field.ts'

/** The same words for readers of each language; English is owed, and stands in for the others. */
export const Words = Type.Object(
  {
    en: Type.String({ minLength: 1, maxLength: 300 }),
    'zh-CN': Type.Optional(Type.String({ maxLength: 300 })),
  },
  closed,
)
export type Words = Static<typeof Words>

const FieldName = Type.String({ pattern: '^[a-z][A-Za-z0-9-]{0,39}$' })

/** One field of a block as JSON Schema, of the few forms that a generic form can show. `default` is what a new block begins with. */
export const FieldSchema = Type.Object(
  {
    type: Type.Enum(['string', 'number', 'integer', 'boolean']),
    minimum: Type.Optional(Type.Number()),
    maximum: Type.Optional(Type.Number()),
    minLength: Type.Optional(Type.Integer({ minimum: 0 })),
    maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    enum: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 50 })),
    default: Type.Optional(PlainValue),
  },
  closed,
)
export type FieldSchema = Static<typeof FieldSchema>

/** A way out of a block beside its main one. `text`: whether what the block says on this way has to be written. */
export const WayDescription = Type.Object(
  { id: FlowId, title: Words, text: Type.Optional(Type.Enum(['required', 'optional'])) },
  closed,
)
export type WayDescription = Static<typeof WayDescription>

/** Everything about a kind of block but what it does. */
export const BlockDescription = Type.Object(
  {
    kind: VendorName,
    title: Words,
    says: Type.Optional(Words),
    fields: Type.Optional(
      Type.Object(
        {
          type: Type.Literal('object'),
          properties: Type.Record(FieldName, FieldSchema, { ...closed, maxProperties: 20 }),
          required: Type.Optional(Type.Array(FieldName, { maxItems: 20 })),
          additionalProperties: Type.Literal(false),
        },
        closed,
      ),
    ),
    labels: Type.Optional(Type.Record(FieldName, Words, { ...closed, maxProperties: 20 })),
    /** Whether what the block says on its main way has to be written. */
    text: Type.Optional(Type.Enum(['required', 'optional'])),
    ways: Type.Optional(Type.Array(WayDescription, { maxItems: 20 })),
  },
  closed,
)
export type BlockDescription = Static<typeof BlockDescription>

/** Something an extension knows of a buyer: a name for texts and conditions of its blocks, `{{vendor.name}}`. */
export const FactDescription = Type.Object(
  { type: Type.Enum(['string', 'number', 'boolean']), title: Words },
  closed,
)
export type FactDescription = Static<typeof FactDescription>

/** What an extension adds, without its code: the console shows its blocks by this. */
export const ExtensionDescription = Type.Object(
  {
    vendor: Type.String({ pattern: '^[a-z][a-z0-9-]{0,29}$' }),
    version: Type.String({ minLength: 1, maxLength: 60 }),
    facts: Type.Record(FieldName, FactDescription, { ...closed, maxProperties: 20 }),
    blocks: Type.Array(BlockDescription, { maxItems: 50 }),
    rules: Type.Array(Type.Object({ name: VendorName, says: Words }, closed), { maxItems: 20 }),
    contents: Type.Array(Type.Object({ kind: VendorName, title: Words }, closed), { maxItems: 20 }),
    ranks: Type.Boolean(),
  },
  closed,
)
export type ExtensionDescription = Static<typeof ExtensionDescription>

/** `GET /api/v1/extensions`: those that this server has loaded. */
export const ExtensionList = Type.Object({ extensions: Type.Array(ExtensionDescription) }, closed)
export type ExtensionList = Static<typeof ExtensionList>
