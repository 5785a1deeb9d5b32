import type { JsonMachineConfig } from '../conversation/machine-config.ts'
import type { JsonState } from '../flow/machine-config.ts'

/** One state of a machine, with the keys that lead to it from the root. */
export interface MachineNode {
  readonly keys: readonly string[]
  readonly state: JsonState
  readonly children: readonly MachineNode[]
}

/** A compiled flow as a tree of states. */
export function machineTree(config: JsonMachineConfig): MachineNode {
  return nodeOf([config.id], config)
}

function nodeOf(keys: readonly string[], state: JsonState): MachineNode {
  const children = Object.entries(state.states ?? {}).map(([key, child]) => nodeOf([...keys, key], child))
  return { keys, state, children }
}

/**
 * The keys of the state that a transition of `node` leads to, as XState reads them: `#reception.path.faq` from the root, a bare name
 * beside the state itself.
 */
export function targetKeys({ keys }: MachineNode, target: string): readonly string[] {
  return target.startsWith('#') ? target.slice(1).split('.') : [...keys.slice(0, -1), target]
}

/** Whether a transition of `node` stays inside it: neither left nor entered again, as XState has it by default. */
export function staysWithin({ keys }: MachineNode, target: readonly string[]): boolean {
  return target.length > keys.length && keys.every((key, at) => target[at] === key)
}

/** The name under which XState tells a state that its time has passed. */
export function delayEvent({ keys }: MachineNode, delayMs: string): `xstate.after.${string}` {
  return `xstate.after.${delayMs}.${keys.join('.')}`
}
