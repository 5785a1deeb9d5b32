import Type, { type Static } from 'typebox'
import { closed, Instant, ShownText } from '../field.ts'
import { FlowProblem, FlowVersionSummary } from './flow.ts'
import { FlowDiff } from './flow-diff.ts'

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()])
const Count = Type.Integer({ minimum: 0 })
const Version = Type.Integer({ minimum: 1 })

/**
 * How many conversations stand at the same place now. `block` is the smart question they are asked, null where none is open;
 * `version` is the one they began with and finish on.
 */
export const ConversationsAt = Type.Object(
  {
    handling: Type.Union([Type.Literal('robot'), Type.Literal('waiting'), Type.Literal('human')]),
    version: Nullable(Version),
    block: Nullable(Type.String({ maxLength: 40 })),
    title: Nullable(Type.String({ maxLength: 130 })),
    count: Count,
  },
  closed,
)
export type ConversationsAt = Static<typeof ConversationsAt>

/**
 * Today's question list. `holders` got it on this day of the shop and keep it; `changes`: publishing makes another list, which they
 * see on their next day (PUB-02). `answers` says which words a tap on a held list gets: those that are live, or its own (PUB-05).
 */
export const HeldLists = Type.Object(
  {
    holders: Count,
    changes: Type.Boolean(),
    answers: Type.Union([Type.Literal('live'), Type.Literal('pinned')]),
  },
  closed,
)
export type HeldLists = Static<typeof HeldLists>

/** `GET /api/v1/flow/publish-preview`: what publishing the draft of `revision` would do. `diff` is to the live version. */
export const PublishPreview = Type.Object(
  {
    revision: Version,
    savedAt: Instant,
    savedBy: ShownText,
    name: Type.String({ maxLength: 120 }),
    /** The number it would get. */
    next: Version,
    live: Nullable(FlowVersionSummary),
    problems: Type.Array(FlowProblem),
    diff: FlowDiff,
    conversations: Type.Array(ConversationsAt),
    lists: HeldLists,
  },
  closed,
)
export type PublishPreview = Static<typeof PublishPreview>

/**
 * With 409 `DRAFT_MOVED`: who moved the draft on since the revision that was to be published, and what changed since. `diff` is null
 * where it is so long ago that it is forgotten.
 */
export const DraftMoved = Type.Object(
  { revision: Version, by: Type.Array(ShownText), diff: Nullable(FlowDiff) },
  closed,
)
export type DraftMoved = Static<typeof DraftMoved>

/**
 * `POST /api/v1/flow/versions/:version/restore`: publishes an old version's content as the next one (PUB-11). 409 `ALREADY_LIVE` where
 * buyers get just that; 422 `FLOW_HAS_PROBLEMS` where today's rule book refuses it. Answers like publishing. The draft keeps its words.
 */
export const RestoreBody = Type.Object({ note: Type.Optional(Type.String({ maxLength: 200 })) }, closed)
export type RestoreBody = Static<typeof RestoreBody>

/** `GET /api/v1/flow/versions/:a/diff/:b`: what changes from a to b. */
export const VersionsDiff = Type.Object(
  { from: FlowVersionSummary, to: FlowVersionSummary, diff: FlowDiff },
  closed,
)
export type VersionsDiff = Static<typeof VersionsDiff>
