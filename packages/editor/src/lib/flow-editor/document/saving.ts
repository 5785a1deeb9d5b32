import { applyOperations, type FlowDocument, type FlowOperation } from '@shopbell/engine'
import { conflictsWith, placeKey, type Conflict, type RemoteBatch } from './conflict.ts'
import type { Batch, EditorState } from './editor-state.ts'

/** Most operations one batch carries; the rest goes with the next. */
const MAX_BATCH = 500

/** Puts what is not sent yet on its way, unless something is. */
export function beginSave(state: EditorState): EditorState {
  if (state.inFlight || state.unsent.length === 0) return state
  const batch: Batch = {
    id: `${state.lane}.${state.nextBatch}`,
    base: state.unsentBase ?? state.revision,
    operations: state.unsent.slice(0, MAX_BATCH),
  }
  const unsent = state.unsent.slice(MAX_BATCH)
  return {
    ...state,
    inFlight: batch,
    nextBatch: state.nextBatch + 1,
    unsent,
    unsentBase: unsent.length > 0 ? state.unsentBase : null,
  }
}

/** The server refused a batch and stored nothing of it: its operations wait again, before the newer ones, for a batch of a new id. */
export function takeBack(state: EditorState): EditorState {
  const { inFlight } = state
  if (!inFlight) return state
  return {
    ...state,
    inFlight: null,
    unsent: [...inFlight.operations, ...state.unsent],
    unsentBase: inFlight.base,
  }
}

/** Goes on from another document of the server, where the way there cannot be followed; what is not saved stays on top. */
export function rebase(state: EditorState, base: FlowDocument, revision: number): EditorState {
  const moved = { ...state, base, revision }
  return { ...moved, document: localDocument(moved) }
}

/** The server's answer to a batch: its revision, and what others saved before it. The seen document keeps every local value. */
export interface SaveAnswer {
  readonly revision: number
  readonly missed: readonly RemoteBatch[]
}

/** A save answer as batches in the server's order: what others saved, then ours. */
export function batchesOf(
  answer: SaveAnswer,
  { base, operations }: Batch,
  lane: string,
): readonly RemoteBatch[] {
  return [...answer.missed, { revision: answer.revision, base, by: '', lane, operations }]
}

/**
 * Takes in batches strictly in the server's order, however they came (answer, socket, catching up): the next revision or none. A
 * batch of ours that was on its way is hereby saved. `early` are those that wait for one that has not come.
 */
export function arrive(
  state: EditorState,
  batches: readonly RemoteBatch[],
): { readonly state: EditorState; readonly early: readonly RemoteBatch[] } {
  let current = state
  const early: RemoteBatch[] = []
  for (const batch of [...batches].sort((a, b) => a.revision - b.revision)) {
    if (batch.revision <= current.revision) continue
    if (batch.revision > current.revision + 1) early.push(batch)
    else current = batch.lane === current.lane ? acknowledge(current, batch) : receive(current, batch)
  }
  return { state: current, early }
}

/** Our own batch is stored: it is part of the base now. Nothing the seller sees changes. */
function acknowledge(state: EditorState, stored: RemoteBatch): EditorState {
  const { document: base } = applyOperations(state.base, stored.operations)
  const saved = stored.operations.flatMap((operation) =>
    operation.op === 'put' ? [[placeKey(operation.at), stored.revision] as const] : [],
  )
  return {
    ...state,
    base,
    // Without a batch on its way it is one that another visit of this lane sent: then it is news here.
    document: state.inFlight ? state.document : applyOperations(base, state.unsent).document,
    revision: stored.revision,
    inFlight: null,
    ours: { ...state.ours, ...Object.fromEntries(saved) },
  }
}

/** Takes in another person's batch: it goes under ours, so that what we have not saved yet stays on top. */
function receive(state: EditorState, remote: RemoteBatch): EditorState {
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

/** Drops a settled conflict; the chosen value is an ordinary command. */
export function settle(state: EditorState, at: readonly string[]): EditorState {
  const key = placeKey(at)
  return { ...state, conflicts: state.conflicts.filter((conflict) => placeKey(conflict.at) !== key) }
}

export function localOperations({
  inFlight,
  unsent,
}: Pick<EditorState, 'inFlight' | 'unsent'>): readonly FlowOperation[] {
  return [...(inFlight?.operations ?? []), ...unsent]
}

/** What the seller sees: the base with all that is not saved on top. */
export function localDocument(state: Omit<EditorState, 'document'>): FlowDocument {
  return applyOperations(state.base, localOperations(state)).document
}

export function isSaved(state: Pick<EditorState, 'inFlight' | 'unsent'>): boolean {
  return state.inFlight === null && state.unsent.length === 0
}

function withoutPlaces(conflicts: readonly Conflict[], replaced: readonly Conflict[]): readonly Conflict[] {
  const places = new Set(replaced.map(({ at }) => placeKey(at)))
  return conflicts.filter(({ at }) => !places.has(placeKey(at)))
}
