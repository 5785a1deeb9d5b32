import { FlowOperation, type FlowDocument } from '@shopbell/engine'
import { FlowDraft } from '@shopbell/protocol'
import Type, { type Static } from 'typebox'
import type { Answer } from './answer.ts'
import { request } from './request.ts'

/** Another editor's operations as the server ordered them. Unknown keys are a newer server's. */
const DraftBatch = Type.Object({
  revision: Type.Integer(),
  base: Type.Integer(),
  by: Type.String(),
  lane: Type.String(),
  operations: Type.Array(FlowOperation),
})
export type DraftBatch = Static<typeof DraftBatch>

const DraftSaved = Type.Object({ revision: Type.Integer(), missed: Type.Array(DraftBatch) })
export type DraftSaved = Static<typeof DraftSaved>

const DraftBatches = Type.Object({ revision: Type.Integer(), batches: Type.Array(DraftBatch) })

export interface DraftChange {
  /** `<lane>.<n>`: may be repeated, it is stored once. */
  readonly batch: string
  readonly base: number
  readonly operations: readonly FlowOperation[]
}

/**
 * Begins a draft: from what is live (`NOT_FOUND` before the first publish), or from a document such as a
 * template. `DRAFT_EXISTS` where somebody was quicker.
 */
export const beginFrom = (from: 'live' | FlowDocument): Promise<Answer<FlowDraft>> =>
  request('POST', '/flow/draft', FlowDraft, { json: { from } })

/** Saves operations. `missed` is what others saved after `base`. */
export const saveOperations = (change: DraftChange): Promise<Answer<DraftSaved>> =>
  request('POST', '/flow/draft/operations', DraftSaved, { json: change })

/** What was saved after a revision, by whomever. */
export const readOperations = (after: number): Promise<Answer<Static<typeof DraftBatches>>> =>
  request('GET', `/flow/draft/operations?after=${after}`, DraftBatches)
