import type { FlowOperation } from '@shopbell/engine'

type Plain = Record<string, unknown>

/**
 * What an operation means, said once more without the engine: on a plain copy, by the contract's words. Places that are gone change
 * nothing.
 */
export function applyPlainly(document: unknown, operation: FlowOperation): unknown {
  const copy: unknown = structuredClone(document)
  let here: unknown = copy
  for (const key of operation.at.slice(0, -1)) {
    here = child(here, key)
    if (here === undefined) return copy
  }
  const name = operation.at.at(-1) ?? ''
  if (Array.isArray(here)) changeList(here, name, operation)
  else if (typeof here === 'object' && here !== null) {
    const record = here as Plain
    if (operation.op === 'put') record[name] = operation.value
    if (operation.op === 'drop') delete record[name]
  }
  return copy
}

function changeList(list: unknown[], name: string, operation: FlowOperation): void {
  const at = list.findIndex((item) => nameOf(item) === name)
  if (operation.op === 'put' && at >= 0 && nameOf(operation.value) === name) list[at] = operation.value
  if (operation.op === 'drop' && at >= 0) list.splice(at, 1)
  if (operation.op !== 'place' || nameOf(operation.value) !== name || operation.after === name) return
  if (at >= 0) list.splice(at, 1)
  const before = list.findIndex((item) => nameOf(item) === operation.after)
  if (operation.after === null) list.unshift(operation.value)
  else if (before < 0) list.push(operation.value)
  else list.splice(before + 1, 0, operation.value)
}

function child(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.find((item) => nameOf(item) === key)
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Plain)[key]
    : undefined
}

function nameOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'id' in item ? item.id : item
}
