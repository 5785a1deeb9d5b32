import { valueAt, type FlowDocument, type FlowOperation } from '@shopbell/engine'

/** Two people changed one place without having seen each other. `mine` and `theirs` stand side by side until one is chosen. */
export interface Conflict {
  readonly at: readonly string[]
  readonly by: string
  readonly mine: unknown
  readonly theirs: unknown
}

/** Another person's batch as the server ordered it; `base` is the revision they had seen when they wrote it. */
export interface RemoteBatch {
  readonly revision: number
  readonly base: number
  readonly by: string
  /** The editor it comes from: two tabs of one account are two lanes. */
  readonly lane: string
  readonly operations: readonly FlowOperation[]
}

/** A place as a key. */
export function placeKey(at: readonly string[]): string {
  return JSON.stringify(at)
}

/**
 * Finds where a remote batch met values of ours: one we have not sent or that is on its way, or one we saved after the revision
 * they had seen. Only puts of texts and fields can meet; moves of one item simply follow the server's order.
 */
export function conflictsWith(
  remote: RemoteBatch,
  seen: FlowDocument,
  local: readonly FlowOperation[],
  ours: Readonly<Record<string, number>>,
): readonly Conflict[] {
  const mine = new Set(local.flatMap((operation) => (operation.op === 'put' ? [placeKey(operation.at)] : [])))
  return remote.operations.flatMap((operation) => {
    if (operation.op !== 'put') return []
    const key = placeKey(operation.at)
    const savedAt = ours[key]
    const met = mine.has(key) || (savedAt !== undefined && remote.base < savedAt)
    const value = valueAt(seen, operation.at)
    if (!met || JSON.stringify(value) === JSON.stringify(operation.value)) return []
    return [{ at: operation.at, by: remote.by, mine: value, theirs: operation.value }]
  })
}
