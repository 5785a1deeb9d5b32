import type { ConnectionEffect } from './connection-effect.ts'
import type { ConnectionState } from './connection-state.ts'

/** One step of the connection: the state after it and what the shell has to do. */
export interface Move {
  readonly state: ConnectionState
  readonly effects: readonly ConnectionEffect[]
}

export function move(state: ConnectionState, ...effects: readonly ConnectionEffect[]): Move {
  return { state, effects }
}

/** Steps one after the other: each gets the state the one before left, the effects add up. */
export function inTurn(start: Move, ...steps: readonly ((state: ConnectionState) => Move)[]): Move {
  return steps.reduce((before, step) => {
    const after = step(before.state)
    return { state: after.state, effects: [...before.effects, ...after.effects] }
  }, start)
}
