import { createActor, type AnyActorScope, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate'
import type { Params } from '../flow/machine-config.ts'
import type { ClassifiedEvent } from './classified-event.ts'
import type { MachineContext } from './implementations.ts'
import type { Session } from './session.ts'

/** One action the machine asks for: its name, its static params, and the context at that moment. */
export interface AskedAction {
  readonly type: string
  readonly params: Params
  readonly context: MachineContext
}

export interface Advanced {
  readonly snapshot: AnyMachineSnapshot
  readonly actions: readonly AskedAction[]
}

/**
 * Moves a machine by one event and returns the actions it asks for, in order, executing none. The same as XState's public
 * `transition()`, which builds and starts a throw-away actor on every call; here one inert scope serves all calls of a machine.
 * The scope's type is semi-internal: a contract test holds this file to `transition()`, for the pinned 5.33. Goes when XState's own
 * is as cheap. Only for machines without invoke and spawn, which the compiler never emits.
 */
export function advance(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: ClassifiedEvent,
): Advanced {
  const scope = scopeOf(machine)
  const actions: AskedAction[] = []
  scope.actionExecutor = ({ type, params, info }) => {
    // xstate types `info` for any machine; the compiler gives every machine this context.
    actions.push({
      type,
      params: params ?? {},
      context: info.context as MachineContext & typeof info.context,
    })
  }
  const next = machine.transition(snapshot, event, scope)
  return { snapshot: next, actions }
}

/**
 * The snapshot of a machine at a session's position. XState's own `resolveState` walks the machine, which costs as much as an event;
 * a flow has few positions, so each is resolved once per machine, and only the context is the session's own. No snapshot is ever
 * changed, so they may share the rest.
 */
export function snapshotAt(
  machine: AnyStateMachine,
  { value, context }: Pick<Session, 'value' | 'context'>,
): AnyMachineSnapshot {
  let positions = POSITIONS.get(machine)
  if (!positions) {
    positions = new Map()
    POSITIONS.set(machine, positions)
  }
  const name = JSON.stringify(value)
  let position = positions.get(name)
  if (!position) {
    position = machine.resolveState({ value, context: { answers: {}, handedTo: null } })
    positions.set(name, position)
  }
  return { ...position, context }
}

const POSITIONS = new WeakMap<AnyStateMachine, Map<string, AnyMachineSnapshot>>()

const SCOPES = new WeakMap<AnyStateMachine, AnyActorScope>()

function scopeOf(machine: AnyStateMachine): AnyActorScope {
  let scope = SCOPES.get(machine)
  if (!scope) {
    const self = createActor(machine)
    scope = {
      self,
      id: '',
      sessionId: '',
      system: self.system,
      logger: () => {},
      defer: () => {},
      emit: () => {},
      stopChild: () => {},
      actionExecutor: () => {},
    }
    SCOPES.set(machine, scope)
  }
  return scope
}
