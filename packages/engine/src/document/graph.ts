import type { Port } from '../blocks/block-kind.ts'
import { isEnabled, kindOf, type Block } from '../blocks/registry.ts'
import type { FlowDocument } from './flow-document.ts'

/** Block id to the ids it leads to; broken links are left out. */
export type Graph = ReadonlyMap<string, readonly string[]>

/** Every way out of each block, a timeout's included. */
export function flowGraph(document: FlowDocument): Graph {
  return graphBy(document, portsInUse)
}

/** The ways a buyer takes who answers. */
export function answeredGraph(document: FlowDocument): Graph {
  return graphBy(document, (block) => portsInUse(block).filter(({ afterSilence }) => !afterSilence))
}

/** The ways taken without the buyer: a block that waits passes through its main port once its answer is known (SQ-07). */
export function eventlessGraph(document: FlowDocument): Graph {
  return graphBy(document, (block) => (kindOf(block).waits ? mainPort(block) : portsInUse(block)))
}

/** The ports of a block; a disabled one has only its main port (flow-format rule 6). */
export function portsInUse(block: Block): readonly Port[] {
  return isEnabled(block) ? kindOf(block).ports(block) : mainPort(block)
}

function mainPort(block: Block): readonly Port[] {
  return kindOf(block)
    .ports(block)
    .filter(({ main }) => main)
}

function graphBy({ blocks }: FlowDocument, portsOf: (block: Block) => readonly Port[]): Graph {
  return new Map(
    Object.entries(blocks).map(([id, block]) => [
      id,
      portsOf(block).flatMap(({ target }) =>
        target !== undefined && Object.hasOwn(blocks, target) ? [target] : [],
      ),
    ]),
  )
}

/** All blocks that can be reached from `start`, itself included, nearest first. */
export function reachableFrom(graph: Graph, start: string): ReadonlySet<string> {
  const reached = new Set<string>(graph.has(start) ? [start] : [])
  for (const id of reached) for (const next of graph.get(id) ?? []) reached.add(next)
  return reached
}

/**
 * The blocks that can be reached from `start`, each after those that lead to it (in a circle: as met), the first way of a block
 * before its second. Links decide, the order of keys never.
 */
export function inFlowOrder(graph: Graph, start: string): readonly string[] {
  const reached = reachableFrom(graph, start)
  const part = new Map([...reached].map((id) => [id, [...(graph.get(id) ?? [])].reverse()]))
  return [...stronglyConnected(part)].reverse().flat()
}

/**
 * Groups of blocks that lead round in circles (Tarjan's strongly connected components, without recursion); a block that leads to
 * itself is a group of one. Groups come in reverse order of the flow.
 */
export function stronglyConnected(graph: Graph): readonly (readonly string[])[] {
  const indexOf = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const groups: string[][] = []
  for (const root of graph.keys()) {
    if (indexOf.has(root)) continue
    const work: { id: string; next: number }[] = [{ id: root, next: 0 }]
    while (work.length > 0) {
      const frame = work.at(-1)
      if (!frame) break
      const { id } = frame
      if (frame.next === 0 && !indexOf.has(id)) {
        indexOf.set(id, indexOf.size)
        low.set(id, indexOf.get(id) ?? 0)
        stack.push(id)
        onStack.add(id)
      }
      const target = graph.get(id)?.[frame.next++]
      if (target !== undefined) {
        if (!indexOf.has(target)) work.push({ id: target, next: 0 })
        else if (onStack.has(target)) low.set(id, Math.min(low.get(id) ?? 0, indexOf.get(target) ?? 0))
        continue
      }
      work.pop()
      const parent = work.at(-1)
      if (parent) low.set(parent.id, Math.min(low.get(parent.id) ?? 0, low.get(id) ?? 0))
      if (low.get(id) === indexOf.get(id)) groups.push(takeGroup(stack, onStack, id))
    }
  }
  return groups
}

function takeGroup(stack: string[], onStack: Set<string>, until: string): string[] {
  const group: string[] = []
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    onStack.delete(id)
    group.push(id)
    if (id === until) break
  }
  return group.reverse()
}
