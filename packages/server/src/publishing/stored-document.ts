import { type FlowDocument, parseFlow } from '@shopbell/engine'

/** The flow that a draft's or a version's text says; it was checked before it was stored. */
export function storedDocument(text: string): FlowDocument {
  const flow = parseFlow(text)
  if (!flow.ok) throw new Error('A stored flow is no flow document.')
  return flow.document
}
