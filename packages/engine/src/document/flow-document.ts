import Type, { type Static } from 'typebox'
import { BlockShape } from '../blocks/registry.ts'
import { closed, FlowId, TextKey } from '../flow/id.ts'
import { Variable } from '../flow/variable.ts'

/** Largest flow file, in bytes of UTF-8, and most blocks in one (flow-format rule 10). */
export const MAX_DOCUMENT_BYTES = 262_144
export const MAX_BLOCKS = 500
/** The `format` of flow files that this engine reads and writes. */
export const FLOW_FORMAT = 1

export const Locale = Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$' })

export const FlowText = Type.String({ maxLength: 20_000 })

/**
 * Where a block stands on the canvas and what the seller calls it; never behaviour (rule 3). With `note`, and under an id that no block
 * has, it is a note the sellers leave each other there.
 */
export const BlockLayout = Type.Object(
  {
    x: Type.Number({ minimum: -1e6, maximum: 1e6 }),
    y: Type.Number({ minimum: -1e6, maximum: 1e6 }),
    title: Type.Optional(Type.String({ maxLength: 80 })),
    note: Type.Optional(Type.String({ maxLength: 2_000 })),
  },
  closed,
)
export type BlockLayout = Static<typeof BlockLayout>

/**
 * The document a seller edits, the server runs and a developer exports: format 1. This is the shape only; an unfinished draft
 * fits it. Links, limits and meaning are `validateFlow`'s.
 */
export const FlowDocument = Type.Object(
  {
    $schema: Type.Optional(Type.String({ maxLength: 300 })),
    format: Type.Literal(FLOW_FORMAT),
    id: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
    name: Type.String({ minLength: 1, maxLength: 120 }),
    defaultLocale: Locale,
    variables: Type.Record(FlowId, Variable, closed),
    entries: Type.Object({ reception: Type.Optional(FlowId), orderCard: Type.Optional(FlowId) }, closed),
    blocks: Type.Record(FlowId, BlockShape, { ...closed, maxProperties: MAX_BLOCKS }),
    texts: Type.Record(Locale, Type.Record(TextKey, FlowText, closed), closed),
    layout: Type.Record(FlowId, BlockLayout, closed),
  },
  closed,
)
export type FlowDocument = Static<typeof FlowDocument>
