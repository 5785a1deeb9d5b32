import type { FlowDocument } from '@shopbell/engine'
import { expect, test } from 'vitest'
import { showGaps } from './show-gaps.ts'

const flow = (words: string): FlowDocument => ({
  format: 1,
  id: 'shop',
  name: 'Shop',
  defaultLocale: 'en',
  entries: {},
  variables: {},
  texts: { en: { welcome: words } },
  blocks: {},
  layout: {},
})

test.for([
  ['no gap', 'Hello {{store.name}}', 'Hello {{store.name}}'],
  ['several', '{{?your deposit}} first, {{? the rest }} later.', '[your deposit] first, [the rest] later.'],
  ['one that does not say what', 'Within {{?}}.', 'Within […].'],
] as const)('%s', ([, words, shown]) => {
  expect(showGaps(flow(words)).texts['en']?.['welcome']).toBe(shown)
})
