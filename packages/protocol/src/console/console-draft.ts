import Type, { type Static } from 'typebox'
import { closed, ShownText } from '../field.ts'

const BlockId = Type.String({ minLength: 1, maxLength: 40 })

/** Follow the draft of this shop, and say in which block one is; `watch: false` ends it. */
export const ConsoleWatchDraft = Type.Object(
  { type: Type.Literal('draft'), watch: Type.Boolean(), block: Type.Optional(BlockId) },
  closed,
)

/** Operations that were saved, in the server's order: `base` is the revision their editor had seen. Operations are the engine's. */
export const ConsoleDraft = Type.Object(
  {
    type: Type.Literal('draft'),
    revision: Type.Integer({ minimum: 1 }),
    base: Type.Integer({ minimum: 0 }),
    by: ShownText,
    lane: Type.String({ maxLength: 64 }),
    operations: Type.Array(Type.Unknown()),
  },
  closed,
)

/** The others who have the draft open, whole, with every change. */
export const ConsoleEditors = Type.Object(
  {
    type: Type.Literal('editors'),
    editors: Type.Array(Type.Object({ name: ShownText, block: Type.Union([BlockId, Type.Null()]) }, closed)),
  },
  closed,
)
export type ConsoleDraft = Static<typeof ConsoleDraft>
export type ConsoleEditors = Static<typeof ConsoleEditors>
