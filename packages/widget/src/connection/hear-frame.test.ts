import type { Welcome } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { initialState } from './connection-state.ts'
import { hearFrame } from './hear-frame.ts'

const welcome: Welcome = {
  type: 'welcome',
  token: 'token-of-the-buyer-000',
  conversation: 'c1',
  head: 0,
  epoch: 'e1',
  store: { name: 'Harbor', locale: 'en' },
  reception: { open: true },
  menu: [{ id: 'person', label: 'Talk to a person' }],
  limits: { text: 4_000, frame: 65_536, range: 500 },
}

test('a menu that changed takes the place of the welcome’s, and of nothing before it', () => {
  const menu = [{ id: 'orders', label: 'My orders' }]
  const asleep = initialState('lane0001', 'en')
  expect(hearFrame(asleep, { type: 'menu', menu }, null).state.welcome).toBe(null)
  const ready = hearFrame(asleep, welcome, null).state
  expect(hearFrame(ready, { type: 'menu', menu }, null).state.welcome).toEqual({ ...welcome, menu })
})
