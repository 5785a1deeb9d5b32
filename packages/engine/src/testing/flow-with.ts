import type { Block } from '../blocks/registry.ts'
import type { FlowDocument } from '../document/flow-document.ts'

type Texts = Readonly<Record<string, string>>

/** What a flow of a test says beyond the smallest one. */
export interface FlowParts {
  readonly blocks?: Readonly<Record<string, Block>>
  readonly texts?: Texts
  readonly translations?: Readonly<Record<string, Texts>>
  readonly variables?: FlowDocument['variables']
  readonly entries?: FlowDocument['entries']
}

/** A flow without a problem, as small as they come: a greeting and the end. Each part given replaces that part. */
export function flowWith(parts: FlowParts = {}): FlowDocument {
  const { blocks = SMALLEST, texts = { hello: 'Hello' }, translations = {}, variables = {} } = parts
  return {
    format: 1,
    id: 'test-flow',
    name: 'Test flow',
    defaultLocale: 'en',
    variables: { ...variables },
    entries: parts.entries ?? { reception: 'hello' },
    blocks: { ...blocks },
    texts: { en: { ...texts }, ...translations },
    layout: {},
  }
}

const SMALLEST: Readonly<Record<string, Block>> = {
  hello: { kind: 'greeting', next: 'bye' },
  bye: { kind: 'end' },
}
