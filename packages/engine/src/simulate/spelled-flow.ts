import { getMicrosteps, type AnyMachineSnapshot } from 'xstate'
import { kindOf, type Block } from '../blocks/registry.ts'
import { snapshotAt } from '../conversation/advance.ts'
import type { ReceptionEvent } from '../conversation/event.ts'
import type { Facts } from '../conversation/facts.ts'
import { compileFlow, type Program } from '../conversation/program.ts'
import { readEvent } from '../conversation/read-event.ts'
import type { Session } from '../conversation/session.ts'
import type { FlowDocument } from '../document/flow-document.ts'

/** A link by the place it leaves from: its block, and the pointer of the port inside it. */
export interface LinkPlace {
  readonly block: string
  readonly port: string
}

/**
 * The same flow with a block on every link, switched off so that it only passes on: which link was taken can then be read from the
 * states a step goes through. Two links between the same blocks (choices that lead to the same place) are told apart by it.
 */
export interface SpelledFlow {
  readonly program: Program
  readonly links: ReadonlyMap<string, LinkPlace>
}

/** The blocks and links of one step, in order. A block that is passed in silence is there too. */
export interface Way {
  readonly blocks: readonly string[]
  readonly links: readonly LinkPlace[]
}

/** States of our own begin with `$`, which no id of a block can. */
const LINK = '$link-'

export function spellLinks(document: FlowDocument): SpelledFlow {
  const links = new Map<string, LinkPlace>()
  const blocks: Record<string, Block> = {}
  for (const [id, block] of Object.entries(document.blocks)) {
    const copy: Block = JSON.parse(JSON.stringify(block))
    for (const { at, target } of kindOf(block).ports(block)) {
      if (target === undefined || !Object.hasOwn(document.blocks, target)) continue
      const link = `${LINK}${links.size}`
      links.set(link, { block: id, port: at })
      leadTo(copy, at, link)
      blocks[link] = { kind: 'message', enabled: false, next: target }
    }
    blocks[id] = copy
  }
  return { program: compileFlow({ ...document, blocks }), links }
}

/** The way one event takes, from where the session stands; none where the event is refused. Throws on an endless circle, as `step` does. */
export function wayOf(
  { program, links }: SpelledFlow,
  session: Session | null,
  event: ReceptionEvent,
  facts: Facts,
): Way {
  const { here, classification } = readEvent(program, session, event, facts)
  if ('rejected' in classification) return { blocks: [], links: [] }
  let snapshot = snapshotAt(program.machine, here)
  const states: string[] = []
  for (const classified of classification.events) {
    for (const [next] of getMicrosteps(program.machine, snapshot, classified)) {
      states.push(pathState(next))
      snapshot = next
    }
  }
  return {
    blocks: states.filter((state, index) => !state.startsWith('$') && state !== states[index - 1]),
    links: states.flatMap((state) => links.get(state) ?? []),
  }
}

/** Leads a port (its pointer inside the block) elsewhere, in place: for copies. */
export function leadTo(block: Block, port: string, target: string): void {
  const keys = port.split('/').slice(1)
  const last = keys.pop() ?? ''
  Reflect.set(
    keys.reduce<object>((holder, key) => Reflect.get(holder, key), block),
    last,
    target,
  )
}

/** Where the reception stands: a block's id, or a state of our own. */
function pathState({ value }: AnyMachineSnapshot): string {
  const path: unknown = typeof value === 'string' ? value : value['path']
  if (typeof path === 'string') return path
  return typeof path === 'object' && path !== null ? (Object.keys(path)[0] ?? '') : ''
}
