import type { FlowDocument } from '@shopbell/engine'
import { expect, test } from 'vitest'
import { countChanges } from './count-changes.ts'

const flow: FlowDocument = {
  format: 1,
  id: 'f',
  name: 'Flow',
  defaultLocale: 'en',
  variables: {},
  entries: { reception: 'hello' },
  blocks: { hello: { kind: 'greeting', next: 'bye' }, bye: { kind: 'end' } },
  texts: { en: { hello: 'Welcome' }, de: { hello: 'Willkommen' } },
  layout: { hello: { x: 0, y: 0 } },
}

test.for<[string, FlowDocument, number]>([
  ['nothing changed', flow, 0],
  [
    'the order of keys is no change',
    { ...flow, blocks: { bye: { kind: 'end' }, hello: { next: 'bye', kind: 'greeting' } } },
    0,
  ],
  ['moving a block is no change', { ...flow, layout: { hello: { x: 9, y: 9 } } }, 0],
  ['naming a block is', { ...flow, layout: { hello: { x: 0, y: 0, title: 'Desk' } } }, 1],
  [
    'a text in two languages is one block',
    { ...flow, texts: { en: { hello: 'Hi' }, de: { hello: 'Hallo' } } },
    1,
  ],
  [
    'a new block and the link to it are two',
    {
      ...flow,
      blocks: { ...flow.blocks, hello: { kind: 'greeting', next: 'say' }, say: { kind: 'message' } },
    },
    2,
  ],
  ['the entry counts by itself', { ...flow, entries: { reception: 'bye' } }, 1],
])('%s', ([, draft, changes]) => {
  expect(countChanges(flow, draft)).toBe(changes)
  expect(countChanges(draft, flow)).toBe(changes)
})
