import Type, { type Static } from 'typebox'
import { closed, ShownText } from '../field.ts'

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()])
const Id = Type.String({ maxLength: 130 })
const Kind = Type.String({ maxLength: 60 })
/** What the seller calls a block, or its id. */
const Title = Type.String({ maxLength: 130 })

/** A setting of a block. Values that are more than a word (a condition) are null on both sides. */
export const PartChange = Type.Object(
  {
    part: Type.String({ maxLength: 60 }),
    before: Nullable(Type.Union([ShownText, Type.Number(), Type.Boolean()])),
    after: Nullable(Type.Union([ShownText, Type.Number(), Type.Boolean()])),
  },
  closed,
)
export type PartChange = Static<typeof PartChange>

/** A block that came, went, or has other settings; its links, texts and questions are listed by themselves. */
export const BlockChange = Type.Object(
  {
    block: Id,
    kind: Kind,
    title: Title,
    change: Type.Union([Type.Literal('added'), Type.Literal('removed'), Type.Literal('changed')]),
    parts: Type.Array(PartChange),
  },
  closed,
)
export type BlockChange = Static<typeof BlockChange>

/** Where a way leads; `block` null: nowhere. */
export const LinkEnd = Type.Object({ block: Nullable(Id), title: Title }, closed)
export type LinkEnd = Static<typeof LinkEnd>

/**
 * A way that leads elsewhere. `way` says which: where an entry begins (`block` is null), the block's main way, the one taken when the
 * buyer stays silent, or that of an `item` (a choice, a case). null on one side: there was, or is, no such way.
 */
export const LinkChange = Type.Object(
  {
    block: Nullable(Id),
    kind: Nullable(Kind),
    title: Title,
    way: Type.Union([
      Type.Literal('entry'),
      Type.Literal('main'),
      Type.Literal('silence'),
      Type.Literal('item'),
    ]),
    item: Nullable(ShownText),
    before: Nullable(LinkEnd),
    after: Nullable(LinkEnd),
  },
  closed,
)
export type LinkChange = Static<typeof LinkChange>

/** A text in one language; `part` is `text`, `question`, `answer`, `label`, `reminder`. `item` names whose, in words. */
export const TextChange = Type.Object(
  {
    locale: Type.String({ maxLength: 35 }),
    block: Id,
    /** null: no block uses it. */
    kind: Nullable(Kind),
    title: Title,
    part: Type.String({ maxLength: 60 }),
    item: Nullable(ShownText),
    before: Nullable(ShownText),
    after: Nullable(ShownText),
  },
  closed,
)
export type TextChange = Static<typeof TextChange>

/** What happened to a question of a list. `place` counts from 1: where it stands now, of a removed one where it stood. */
export const QuestionChange = Type.Object(
  {
    id: Id,
    words: ShownText,
    change: Type.Union([
      Type.Literal('added'),
      Type.Literal('removed'),
      Type.Literal('switchedOn'),
      Type.Literal('switchedOff'),
      Type.Literal('moved'),
    ]),
    on: Type.Boolean(),
    place: Type.Integer({ minimum: 1 }),
  },
  closed,
)
export type QuestionChange = Static<typeof QuestionChange>

/** A question list with another order or other questions; `on` counts those that are on now. */
export const ListChange = Type.Object(
  {
    block: Id,
    kind: Kind,
    title: Title,
    on: Type.Integer({ minimum: 0 }),
    questions: Type.Array(QuestionChange),
  },
  closed,
)
export type ListChange = Static<typeof ListChange>

/** What belongs to no block: `name`, `id`, `defaultLocale`, a `language` that came or went, a `variable` that nobody asks for. */
export const SettingChange = Type.Object(
  {
    part: Type.String({ maxLength: 60 }),
    before: Nullable(ShownText),
    after: Nullable(ShownText),
  },
  closed,
)
export type SettingChange = Static<typeof SettingChange>

/** What differs between two flows, ready for words. Where blocks stand on the canvas is no change. */
export const FlowDiff = Type.Object(
  {
    blocks: Type.Array(BlockChange),
    links: Type.Array(LinkChange),
    texts: Type.Array(TextChange),
    lists: Type.Array(ListChange),
    settings: Type.Array(SettingChange),
  },
  closed,
)
export type FlowDiff = Static<typeof FlowDiff>
