import type { FlowOperation } from '@shopbell/engine'

/** Short words for the three operations. */
export function put(at: readonly string[], value: unknown): FlowOperation {
  return { op: 'put', at: [...at], value }
}

export function drop(at: readonly string[]): FlowOperation {
  return { op: 'drop', at: [...at] }
}

export function place(at: readonly string[], value: unknown, after: string | null): FlowOperation {
  return { op: 'place', at: [...at], value, after }
}

/** The keys of a JSON Pointer. */
export function keysOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}
