import Type, { type Static } from 'typebox'
import { ClientId, closed, ShownText } from '../field.ts'
import { OpaqueDocument } from './flow.ts'

const Revision = Type.Integer({ minimum: 0, maximum: 2_147_483_647 })

/** Most operations that one batch carries. */
export const MAX_DRAFT_OPERATIONS = 500

/**
 * `POST /api/v1/flow/draft`: begins a draft with nothing in it, from the live version, or from a document (a template). Answers like
 * `GET`. 409 `DRAFT_EXISTS` where there is one: it is never replaced by this; 404 where nothing is live.
 */
export const DraftBeginBody = Type.Object(
  { from: Type.Union([Type.Literal('empty'), Type.Literal('live'), OpaqueDocument]) },
  closed,
)
export type DraftBeginBody = Static<typeof DraftBeginBody>

/**
 * `POST /api/v1/flow/draft/operations`: changes of the draft, in order, all of them or none. `batch` is `<lane>.<n>` of the editor's
 * outbox: repeated after a lost answer it is stored once and answered alike. `base` is the revision the editor has seen. Operations
 * are the engine's `FlowOperation`. 422 with problems where the result would be no flow document any more.
 */
export const DraftOperationsBody = Type.Object(
  {
    batch: ClientId,
    base: Revision,
    operations: Type.Array(Type.Unknown(), { minItems: 1, maxItems: MAX_DRAFT_OPERATIONS }),
  },
  closed,
)
export type DraftOperationsBody = Static<typeof DraftOperationsBody>

/** One saved batch; `lane` is empty where an import or a publication moved the draft on. */
export const DraftBatch = Type.Object(
  {
    revision: Type.Integer({ minimum: 1 }),
    base: Revision,
    by: ShownText,
    lane: Type.String({ maxLength: 64 }),
    operations: Type.Array(Type.Unknown()),
  },
  closed,
)
export type DraftBatch = Static<typeof DraftBatch>

/** Saved as `revision`. `missed` is what was saved after `base` and before it, in order. */
export const DraftSaved = Type.Object({ revision: Revision, missed: Type.Array(DraftBatch) }, closed)
export type DraftSaved = Static<typeof DraftSaved>

/**
 * `GET /api/v1/flow/draft/operations?after=revision`: what was saved since, in order. Old batches are forgotten: where the first one
 * is not `after + 1`, read the whole draft.
 */
export const DraftBatches = Type.Object({ revision: Revision, batches: Type.Array(DraftBatch) }, closed)
export type DraftBatches = Static<typeof DraftBatches>
