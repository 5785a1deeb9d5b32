import { expect, test } from 'vitest'
import { advance } from './advance.ts'
import { initialState } from './connection-state.ts'

test.for([
  ['is told where it is known', 'Europe/Berlin', { timeZone: 'Europe/Berlin' }],
  ['is left out where it is not', null, {}],
] as const)('the zone of the buyer’s clock %s (STS-10)', ([, timeZone, told]) => {
  const wanted = advance(initialState('lane0001', 'en', timeZone), { type: 'wanted' }).state
  const { effects } = advance(wanted, { type: 'opened', keptToken: null })
  const frame = { type: 'hello', after: 0, locale: 'en', ...told }
  expect(effects).toContainEqual({ type: 'say', frame })
})
