import { isEnabled, kindOf } from '../blocks/registry.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { flowGraph, inFlowOrder } from '../document/graph.ts'

/** The smart question a reception comes to first, where a product card begins the questions (SQ-10); null without one. */
export function firstQuestion(document: FlowDocument): string | null {
  const { blocks, entries } = document
  const path = inFlowOrder(flowGraph(document), entries.reception ?? '')
  const isAsked = (id: string): boolean => {
    const block = blocks[id]
    return block !== undefined && isEnabled(block) && kindOf(block).step === 'smart_questions'
  }
  return path.find(isAsked) ?? null
}
