import type { FlowDocument } from '../document/flow-document.ts'
import { flowGraph, inFlowOrder } from '../document/graph.ts'
import { eitherKey } from './either-key.ts'

/** The blocks of two flows as a buyer meets them in the second one; those nobody meets come last. */
export function readingOrder(before: FlowDocument, after: FlowDocument): readonly string[] {
  const graph = flowGraph(after)
  const met = Object.values(after.entries).flatMap((start) =>
    start === undefined ? [] : inFlowOrder(graph, start),
  )
  return [...new Set([...met, ...eitherKey(before.blocks, after.blocks)])]
}
