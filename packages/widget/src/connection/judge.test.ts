import type { Down, Message, Up } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { advance } from './advance.ts'
import type { ConnectionEvent } from './connection-event.ts'
import { initialState } from './connection-state.ts'

const judged = (solved: boolean): ConnectionEvent => ({
  type: 'judged',
  judge: { type: 'judge', message: 1, solved },
})
const framed = (frame: Down): ConnectionEvent => ({ type: 'framed', keptToken: null, frame })
const answer: Message = {
  type: 'message',
  seq: 1,
  at: 1,
  author: 'robot',
  kind: 'faq_answer',
  content: { kind: 'text', text: '500 pieces.' },
}
const greeted = framed({
  type: 'welcome',
  token: 'token-of-the-buyer-000',
  conversation: 'c1',
  head: 1,
  epoch: 'e1',
  store: { name: 'Shop', locale: 'en' },
  reception: { open: true },
  menu: [],
  limits: { text: 4_000, frame: 65_536, range: 200 },
})
const reconnected: readonly ConnectionEvent[] = [
  { type: 'closed', code: 1006, reason: '' },
  { type: 'woke', timer: 'reconnect' },
  { type: 'opened', keptToken: 'token-of-the-buyer-000' },
  { ...greeted, keptToken: 'token-of-the-buyer-000' } as ConnectionEvent,
]

function told(...events: readonly ConnectionEvent[]) {
  let state = initialState('lane0001', 'en')
  const said: Up[] = []
  const all = [{ type: 'wanted' }, { type: 'opened', keptToken: null }, greeted, framed(answer)] as const
  for (const event of [...all, ...events]) {
    const step = advance(state, event)
    state = step.state
    for (const effect of step.effects) if (effect.type === 'say') said.push(effect.frame)
  }
  const words = said.flatMap((frame) => (frame.type === 'judge' ? [frame.solved] : []))
  return { words, shown: state.log.messages[0]?.solved, waits: state.judging.length }
}

test('a word on an answer is said and shown at once (FAQ-17)', () => {
  expect(told(judged(true))).toEqual({ words: [true], shown: true, waits: 1 })
})

test('until it is confirmed it is said again on every connection, the last word only (FAQ-17)', () => {
  const confirmed = framed({ type: 'judged', message: 1, solved: false })
  expect(told(judged(true), judged(false), ...reconnected)).toEqual({
    words: [true, false, false],
    shown: false,
    waits: 1,
  })
  expect(told(judged(false), confirmed, ...reconnected)).toEqual({ words: [false], shown: false, waits: 0 })
})

test('the confirmation of an older word does not undo a newer one; another tab’s word is shown (FAQ-17)', () => {
  const older = framed({ type: 'judged', message: 1, solved: true })
  expect(told(judged(true), judged(false), older)).toMatchObject({ shown: false, waits: 1 })
  expect(told(older)).toMatchObject({ words: [], shown: true, waits: 0 })
})

test('a refusal for the moment is waited out; what is not held is not said again (FAQ-17)', () => {
  const busy = framed({ type: 'refused', code: 'BUSY', message: 'Busy.', retryAfterMs: 10 })
  expect(told(judged(true), busy, { type: 'woke', timer: 'resend' }).words).toEqual([true, true])
  const gone = framed({ type: 'refused', code: 'NOT_HELD', message: 'Not held.' })
  expect(told(judged(true), gone, ...reconnected)).toMatchObject({ words: [true], waits: 0 })
})
