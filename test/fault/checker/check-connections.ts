import type { Operation } from '../history/operation.ts'
import type { Violation } from './violation.ts'

interface Connection {
  /** The seq that has to be pushed next. */
  next: number
  readonly ranges: { readonly from: number; readonly to: number }[]
}

/**
 * I5: after `hello.after` a connection is pushed every message in order. What it asked for by `range` may come in between; a client
 * may never claim to hold more than it was given.
 */
export function checkConnections(history: readonly Operation[]): readonly Violation[] {
  const violations: Violation[] = []
  const connections = new Map<number, Connection>()
  const held = new Map<string, number>()
  for (const operation of history) {
    switch (operation.f) {
      case 'hello': {
        const { client, connection, after } = operation
        const holds = held.get(client) ?? 0
        if (after > holds) {
          const claim = `says it holds ${String(after)}, and was given ${String(holds)}`
          violations.push({ invariant: 'I5', what: `${client} ${claim}` })
        }
        connections.set(connection, { next: after + 1, ranges: [] })
        break
      }
      case 'resync':
        connections.set(operation.connection, { next: 1, ranges: [] })
        held.set(operation.client, 0)
        break
      case 'range':
        connections.get(operation.connection)?.ranges.push(operation)
        break
      case 'message': {
        const { client, connection, seq } = operation
        const state = connections.get(connection)
        if (state?.next === seq) {
          state.next += 1
          held.set(client, Math.max(held.get(client) ?? 0, seq))
        } else if (state?.ranges.some(({ from, to }) => from <= seq && seq <= to)) {
          if (seq === (held.get(client) ?? 0) + 1) held.set(client, seq)
        } else {
          const due = state === undefined ? 'nothing' : String(state.next)
          violations.push({
            invariant: 'I5',
            what: `${client} was pushed ${String(seq)} where ${due} was due`,
          })
          if (state !== undefined) state.next = Math.max(state.next, seq + 1)
        }
        break
      }
      default:
    }
  }
  return violations
}
