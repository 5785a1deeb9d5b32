import { applyOperations, type FlowDocument, type FlowOperation } from '@shopbell/engine'
import type { Command, CommandName } from '../commands/command.ts'
import type { Conflict } from './conflict.ts'

/**
 * Operations that are saved together, once. `id` is `<lane>.<n>`: the server stores a repeated batch once. `base` is the revision
 * that was known when the first of them was made: whoever wrote the same place after it is in conflict.
 */
export interface Batch {
  readonly id: string
  readonly base: number
  readonly operations: readonly FlowOperation[]
}

/** One step of undo or redo. */
export interface HistoryEntry {
  readonly name: CommandName
  readonly touches: readonly string[]
  readonly forward: readonly FlowOperation[]
  readonly inverse: readonly FlowOperation[]
  readonly merges?: string
}

/**
 * What an editor holds. `base` is the document at the server's `revision`; `document` is what the seller sees: base, then the batch
 * that is on its way, then what is not sent yet. A save answer moves the border between them and never touches what is seen.
 */
export interface EditorState {
  readonly base: FlowDocument
  readonly revision: number
  readonly lane: string
  readonly nextBatch: number
  readonly inFlight: Batch | null
  readonly unsent: readonly FlowOperation[]
  /** The revision that was known when the first unsent operation was made; null without any. */
  readonly unsentBase: number | null
  readonly document: FlowDocument
  readonly undo: readonly HistoryEntry[]
  readonly redo: readonly HistoryEntry[]
  readonly conflicts: readonly Conflict[]
  /** Revision at which a value of ours was saved, by place: whoever overwrote it without having seen it is in conflict with us. */
  readonly ours: Readonly<Record<string, number>>
}

/** Longest history kept, in steps: more than a working day, and small enough to be kept on the device. */
const MAX_HISTORY = 2_000

export function openEditor(base: FlowDocument, revision: number, lane: string): EditorState {
  return {
    base,
    revision,
    lane,
    nextBatch: 1,
    inFlight: null,
    unsent: [],
    unsentBase: null,
    document: base,
    undo: [],
    redo: [],
    conflicts: [],
    ours: {},
  }
}

/** Applies a command. One that changes nothing leaves no trace. */
export function execute(state: EditorState, command: Command): EditorState {
  const { document, inverses } = applyOperations(state.document, command.operations)
  if (inverses.length === 0) return state
  const { name, touches, operations, merges } = command
  const entry: HistoryEntry = {
    name,
    touches,
    forward: operations,
    inverse: inverses,
    ...(merges === undefined ? {} : { merges }),
  }
  return { ...state, document, ...queue(state, operations), undo: remember(state.undo, entry), redo: [] }
}

/** Takes the last step back, as new operations: other people's changes stay. */
export function undo(state: EditorState): EditorState {
  const entry = state.undo.at(-1)
  if (!entry) return state
  const { document, inverses } = applyOperations(state.document, entry.inverse)
  return {
    ...state,
    document,
    ...queue(state, entry.inverse),
    undo: state.undo.slice(0, -1),
    redo: [...state.redo, { ...entry, forward: inverses.length > 0 ? inverses : entry.forward }],
  }
}

export function redo(state: EditorState): EditorState {
  const entry = state.redo.at(-1)
  if (!entry) return state
  const { document, inverses } = applyOperations(state.document, entry.forward)
  return {
    ...state,
    document,
    ...queue(state, entry.forward),
    redo: state.redo.slice(0, -1),
    undo: [...state.undo, { ...entry, inverse: inverses.length > 0 ? inverses : entry.inverse }],
  }
}

/** Ends a run of merging commands: the next one is a step of its own. */
export function endMerge(state: EditorState): EditorState {
  const last = state.undo.at(-1)
  if (!last?.merges) return state
  const { merges: _merges, ...closed } = last
  return { ...state, undo: [...state.undo.slice(0, -1), closed] }
}

function remember(history: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  const last = history.at(-1)
  if (last?.merges !== undefined && last.merges === entry.merges) {
    // A run on one place: the newest value forward, the oldest back.
    return [...history.slice(0, -1), { ...entry, inverse: [...entry.inverse, ...last.inverse] }]
  }
  return [...history, entry].slice(-MAX_HISTORY)
}

/** What waits to be sent, with operations added. */
function queue(
  { unsent, unsentBase, revision }: EditorState,
  added: readonly FlowOperation[],
): Pick<EditorState, 'unsent' | 'unsentBase'> {
  return { unsent: joinUnsent(unsent, added), unsentBase: unsentBase ?? revision }
}

/** Joins operations to what is not sent yet; a newer value of the same place replaces the older one (typing). */
function joinUnsent(
  unsent: readonly FlowOperation[],
  added: readonly FlowOperation[],
): readonly FlowOperation[] {
  return added.reduce<readonly FlowOperation[]>((list, operation) => {
    const last = list.at(-1)
    const replaces = last?.op === 'put' && operation.op === 'put' && samePlace(last.at, operation.at)
    return replaces ? [...list.slice(0, -1), operation] : [...list, operation]
  }, unsent)
}

function samePlace(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index])
}
