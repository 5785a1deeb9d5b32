import { expect, test } from 'vitest'
import type { FlowDocument } from '@shopbell/engine'
import { connectTargets } from './connect-targets.ts'

const FLOW: FlowDocument = {
  format: 1,
  id: 'f',
  name: 'F',
  defaultLocale: 'en',
  variables: {},
  entries: { reception: 'hello' },
  blocks: {
    hello: { kind: 'message', next: 'far' },
    far: { kind: 'message', next: 'near' },
    near: { kind: 'end' },
    loose: { kind: 'handoff' },
  },
  texts: { en: {} },
  layout: {
    hello: { x: 0, y: 0 },
    far: { x: 0, y: 900, title: 'Far away' },
    near: { x: 0, y: 100 },
    loose: { x: 0, y: 2_000 },
  },
}
const lines = (typed = '') =>
  connectTargets(FLOW, 'hello', typed, (kind) => `New: ${kind}`).map(({ block, title }) => block ?? title)

test('what nothing leads to comes first, then what is near, then new blocks of every kind', () => {
  expect(lines().slice(0, 4)).toEqual(['loose', 'near', 'far', 'New: greeting'])
  expect(lines()).toHaveLength(3 + 8)
})

test('typing narrows blocks by their names, and the new ones too', () => {
  expect(lines('FAR')).toEqual(['far'])
  expect(lines('new: m')).toEqual(['New: message'])
})
