import type { Opening, Welcome } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { initialState } from './connection-state.ts'
import { hearFrame } from './hear-frame.ts'

const WELCOME: Welcome = {
  ...{ type: 'welcome', token: 'token', conversation: 'conversation', head: 0, epoch: 'e1' },
  store: { name: 'Bottles', locale: 'en' },
  reception: { open: false, opensAt: 5, placeholder: 'Ask us' },
  menu: [],
  limits: { text: 1_000, frame: 8_192, range: 200 },
}

const receptionAfter = (frame: Omit<Opening, 'type'>, welcome: Welcome | null = WELCOME) => {
  const { state } = hearFrame(
    { ...initialState('lane0001', 'en'), welcome },
    { type: 'opening', ...frame },
    null,
  )
  return state.welcome?.reception
}

test('an opening takes the place of what the welcome said, and the placeholder stays', () => {
  expect(receptionAfter({ open: true })).toEqual({ open: true, placeholder: 'Ask us' })
  expect(receptionAfter({ open: false, opensAt: 9 })).toEqual({
    open: false,
    opensAt: 9,
    placeholder: 'Ask us',
  })
})

test('before a welcome there is nothing to put right', () => {
  expect(receptionAfter({ open: true }, null)).toBeUndefined()
})
