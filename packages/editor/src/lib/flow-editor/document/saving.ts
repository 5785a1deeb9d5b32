import { applyOperations, type FlowOperation } from '@shopbell/engine'
import { conflictsWith, placeKey, type Conflict, type RemoteBatch } from './conflict.ts'
import type { Batch, EditorState } from './editor-state.ts'

/** Most operations one batch carries; the rest goes with the next. */
const MAX_BATCH = 500

/** Puts what is not sent yet on its way, unless something is. */
export function beginSave(state: EditorState): EditorState {
  if (state.inFlight || state.unsent.length === 0) return state
  const batch: Batch = {
    id: `${state.lane}.${state.nextBatch}`,
    operations: state.unsent.slice(0, MAX_BATCH),
  }
  return {
    ...state,
    inFlight: batch,
    nextBatch: state.nextBatch + 1,
    unsent: state.unsent.slice(MAX_BATCH),
  }
}

/** The server's answer to a batch: its revision, and what others saved before it. The seen document keeps every local value. */
export interface SaveAnswer {
  readonly revision: number
  readonly missed: readonly RemoteBatch[]
}

/** Takes in a save answer: others' batches first, then ours is part of the base. Nothing the seller sees is replaced by it. */
export function acknowledge(state: EditorState, batch: Batch, answer: SaveAnswer): EditorState {
  const caughtUp = answer.missed.reduce(receive, state)
  if (caughtUp.inFlight?.id !== batch.id) return caughtUp
  const { document: base } = applyOperations(caughtUp.base, batch.operations)
  const saved = batch.operations.flatMap((operation) =>
    operation.op === 'put' ? [[placeKey(operation.at), answer.revision] as const] : [],
  )
  return {
    ...caughtUp,
    base,
    revision: Math.max(caughtUp.revision, answer.revision),
    inFlight: null,
    ours: { ...caughtUp.ours, ...Object.fromEntries(saved) },
  }
}

/** Takes in another person's batch: it goes under ours, so that what we have not saved yet stays on top. */
export function receive(state: EditorState, remote: RemoteBatch): EditorState {
  if (remote.revision <= state.revision) return state
  const local = localOperations(state)
  const { document: base } = applyOperations(state.base, remote.operations)
  const { document } = applyOperations(base, local)
  const met = conflictsWith(remote, state.document, local, state.ours)
  return {
    ...state,
    base,
    revision: remote.revision,
    document,
    conflicts: [...withoutPlaces(state.conflicts, met), ...met],
  }
}

/** The save did not arrive: the same batch is sent again, under the same id. */
export function resend(state: EditorState): Batch | null {
  return state.inFlight
}

/** Drops a settled conflict; the chosen value is an ordinary command. */
export function settle(state: EditorState, at: readonly string[]): EditorState {
  const key = placeKey(at)
  return { ...state, conflicts: state.conflicts.filter((conflict) => placeKey(conflict.at) !== key) }
}

export function localOperations({ inFlight, unsent }: EditorState): readonly FlowOperation[] {
  return [...(inFlight?.operations ?? []), ...unsent]
}

export function isSaved(state: EditorState): boolean {
  return state.inFlight === null && state.unsent.length === 0
}

function withoutPlaces(conflicts: readonly Conflict[], replaced: readonly Conflict[]): readonly Conflict[] {
  const places = new Set(replaced.map(({ at }) => placeKey(at)))
  return conflicts.filter(({ at }) => !places.has(placeKey(at)))
}
