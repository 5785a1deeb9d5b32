import Type, { type Static } from 'typebox'
import { closed } from '../flow/id.ts'

/** Longest path into a document: `blocks`, id, list, item, key, and room for a condition's value. */
const MAX_DEPTH = 8

/**
 * A place in a flow document, by keys. An item of a list is named by its id (questions, choices, cases, templates) or by itself
 * (options of a variable), never by its index: two people who edit one list mean the same item.
 */
export const EditPath = Type.Array(Type.String({ minLength: 1, maxLength: 130 }), {
  minItems: 1,
  maxItems: MAX_DEPTH,
})
export type EditPath = readonly string[]

/**
 * One change of a flow document, as it is saved, ordered by the server, and sent to other editors.
 * - `put` sets a key, or replaces an item that is in its list;
 * - `drop` removes a key or an item;
 * - `place` puts an item into a list right after the item `after` (null: first), moving it if it is there already.
 */
export const FlowOperation = Type.Union([
  Type.Object({ op: Type.Literal('put'), at: EditPath, value: Type.Unknown() }, closed),
  Type.Object({ op: Type.Literal('drop'), at: EditPath }, closed),
  Type.Object(
    {
      op: Type.Literal('place'),
      at: EditPath,
      value: Type.Unknown(),
      after: Type.Union([Type.String(), Type.Null()]),
    },
    closed,
  ),
])
export type FlowOperation = Static<typeof FlowOperation>
