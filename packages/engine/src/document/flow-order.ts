import type { FlowDocument } from './flow-document.ts'
import { flowGraph, inFlowOrder } from './graph.ts'

/** The blocks of a flow as buyers meet them; those nobody meets come last, in the file's order. */
export function flowOrder(document: FlowDocument): readonly string[] {
  const graph = flowGraph(document)
  const met = Object.values(document.entries).flatMap((start) =>
    start === undefined ? [] : inFlowOrder(graph, start),
  )
  return [...new Set([...met, ...Object.keys(document.blocks)])]
}
