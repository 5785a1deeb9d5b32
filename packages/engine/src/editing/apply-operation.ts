import type { FlowDocument } from '../document/flow-document.ts'
import { isRecord, itemIndex, itemName, type JsonValue } from './edit-place.ts'
import type { FlowOperation } from './operation.ts'

/** What an operation did. `inverse` undoes it on `document`; null: it changed nothing, because its place is gone or already so. */
export interface Applied<D = FlowDocument> {
  readonly document: D
  readonly inverse: FlowOperation | null
}

/**
 * Applies one operation and returns a new document that shares all unchanged parts with the old one. Keys keep their order: one
 * that is put back stands where the inverse found it only by value, so compare documents by their canonical hash. Never throws.
 */
export function applyOperation<D>(document: D, operation: FlowOperation): Applied<D> {
  const edited = edit(document, operation.at, operation)
  if (edited === NOTHING) return { document, inverse: null }
  const inverse: FlowOperation = { ...edited.inverse, at: [...operation.at] }
  // The edit keeps the kind of value at the root: a record stays a record.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a document is JSON to this room
  return { document: edited.value as D, inverse }
}

/** Applies operations in order; the inverses come in the order that undoes them. */
export function applyOperations<D>(
  document: D,
  operations: readonly FlowOperation[],
): { readonly document: D; readonly inverses: readonly FlowOperation[] } {
  let current = document
  const inverses: FlowOperation[] = []
  for (const operation of operations) {
    const { document: next, inverse } = applyOperation(current, operation)
    current = next
    if (inverse) inverses.unshift(inverse)
  }
  return { document: current, inverses }
}

type Inverse =
  { op: 'put'; value: JsonValue } | { op: 'drop' } | { op: 'place'; value: JsonValue; after: string | null }
type Edited = { readonly value: JsonValue; readonly inverse: Inverse }
const NOTHING = Symbol('nothing changed')

function edit(here: JsonValue, path: readonly string[], operation: FlowOperation): Edited | typeof NOTHING {
  const [key, ...rest] = path
  if (key === undefined) return NOTHING
  if (rest.length > 0) return editInside(here, key, rest, operation)
  if (Array.isArray(here)) return editItem(here, key, operation)
  return isRecord(here) ? editKey(here, key, operation) : NOTHING
}

function editInside(
  here: JsonValue,
  key: string,
  rest: readonly string[],
  operation: FlowOperation,
): Edited | typeof NOTHING {
  if (Array.isArray(here)) {
    const index = itemIndex(here, key)
    const edited = index < 0 ? NOTHING : edit(here[index], rest, operation)
    return edited === NOTHING ? NOTHING : { ...edited, value: here.with(index, edited.value) }
  }
  if (!isRecord(here) || !Object.hasOwn(here, key)) return NOTHING
  const edited = edit(here[key], rest, operation)
  return edited === NOTHING ? NOTHING : { ...edited, value: { ...here, [key]: edited.value } }
}

function editKey(
  here: Readonly<Record<string, JsonValue>>,
  key: string,
  operation: FlowOperation,
): Edited | typeof NOTHING {
  const has = Object.hasOwn(here, key)
  const inverse: Inverse = has ? { op: 'put', value: here[key] } : { op: 'drop' }
  if (operation.op === 'put') {
    if (has && same(here[key], operation.value)) return NOTHING
    return { value: { ...here, [key]: operation.value }, inverse }
  }
  if (operation.op === 'place' || !has) return NOTHING
  const { [key]: _dropped, ...others } = here
  return { value: others, inverse }
}

function editItem(
  here: readonly JsonValue[],
  name: string,
  operation: FlowOperation,
): Edited | typeof NOTHING {
  const index = itemIndex(here, name)
  const item = here[index]
  const before = index > 0 ? (itemName(here[index - 1]) ?? null) : null
  if (operation.op === 'put') {
    if (index < 0 || itemName(operation.value) !== name || same(item, operation.value)) return NOTHING
    return { value: here.with(index, operation.value), inverse: { op: 'put', value: item } }
  }
  if (operation.op === 'drop') {
    if (index < 0) return NOTHING
    return { value: here.toSpliced(index, 1), inverse: { op: 'place', value: item, after: before } }
  }
  if (itemName(operation.value) !== name || operation.after === name) return NOTHING
  const without = index < 0 ? here : here.toSpliced(index, 1)
  const anchor = operation.after === null ? -1 : itemIndex(without, operation.after)
  // Where the neighbour is gone, the item goes to the end: nothing is lost.
  const target = operation.after !== null && anchor < 0 ? without.length : anchor + 1
  if (index >= 0 && target === index && same(item, operation.value)) return NOTHING
  const inverse: Inverse = index < 0 ? { op: 'drop' } : { op: 'place', value: item, after: before }
  return { value: without.toSpliced(target, 0, operation.value), inverse }
}

function same(a: JsonValue, b: JsonValue): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
