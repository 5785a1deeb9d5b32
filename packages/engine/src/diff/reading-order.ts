import type { FlowDocument } from '../document/flow-document.ts'
import { flowOrder } from '../document/flow-order.ts'

/** The blocks of two flows as a buyer meets them in the second one; those that only the first has come last. */
export function readingOrder(before: FlowDocument, after: FlowDocument): readonly string[] {
  return [...new Set([...flowOrder(after), ...Object.keys(before.blocks)])]
}
