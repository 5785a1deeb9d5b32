import { FLOW_FORMAT, type FlowDocument } from '@shopbell/engine'

/** A flow that does nothing yet, as the server begins one with `empty`. */
export function emptyFlow(name: string, defaultLocale: string): FlowDocument {
  return {
    format: FLOW_FORMAT,
    id: 'reception',
    name: Array.from(name).slice(0, MAX_NAME).join('') || 'Reception',
    defaultLocale,
    variables: {},
    entries: {},
    blocks: {},
    texts: {},
    layout: {},
  }
}

/** Longest name of a flow. */
const MAX_NAME = 120
