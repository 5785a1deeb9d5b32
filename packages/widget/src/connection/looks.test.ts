import type { Up } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { advance } from './advance.ts'
import type { ConnectionEvent } from './connection-event.ts'
import { initialState } from './connection-state.ts'

const looked = (ref: string): ConnectionEvent => ({
  type: 'looked',
  look: { type: 'look', at: 'page', refs: [ref] },
})

function told(...events: readonly ConnectionEvent[]) {
  let state = initialState('lane0001', 'en')
  const said: Up[] = []
  for (const event of events) {
    const step = advance(state, event)
    state = step.state
    for (const effect of step.effects) if (effect.type === 'say') said.push(effect.frame)
  }
  return { state, said }
}

test('what the buyer looked at waits without connecting', () => {
  const { state, said } = told(looked('A-1'))
  expect([said, state.phase]).toEqual([[], 'asleep'])
})

test('it is said before the entering, and later looks at once', () => {
  const enter = { type: 'enter', entry: 'store_home' } as const
  const { said } = told(
    looked('A-1'),
    { type: 'entered', enter },
    { type: 'opened', keptToken: null },
    {
      type: 'framed',
      keptToken: null,
      frame: {
        type: 'welcome',
        token: 'token-of-the-buyer-000',
        conversation: 'c1',
        head: 0,
        epoch: 'e1',
        store: { name: 'Shop', locale: 'en' },
        reception: { open: true },
        menu: [],
        limits: { text: 4_000, frame: 65_536, range: 200 },
      },
    },
    looked('A-2'),
  )
  expect(said.slice(1)).toEqual([
    { type: 'look', at: 'page', refs: ['A-1'] },
    enter,
    { type: 'look', at: 'page', refs: ['A-2'] },
  ])
})

test('of many looks the last ten wait', () => {
  const { state } = told(...Array.from({ length: 12 }, (_, n) => looked(`A-${String(n)}`)))
  expect(state.looks.map(({ refs }) => refs[0])).toEqual(
    Array.from({ length: 10 }, (_, n) => `A-${String(n + 2)}`),
  )
})
