import type { Down, Message, Up } from '@shopbell/protocol'
import { describe, expect, test } from 'vitest'
import { advance } from './advance.ts'
import type { ConnectionEffect } from './connection-effect.ts'
import type { ConnectionEvent } from './connection-event.ts'
import { type ConnectionState, initialState } from './connection-state.ts'

const LANE = 'lane0001'
const TOKEN = 'token-of-the-buyer-000'

describe('hello', () => {
  test('says nothing of a token the first time, and resumes after the last seq later', () => {
    const first = told([{ type: 'wanted' }, { type: 'opened', keptToken: null }])
    expect(first.said).toEqual([{ type: 'hello', after: 0, locale: 'en' }])
    const later = told(
      [framed(robot(1)), { type: 'closed', code: 1006, reason: '' }, woke('reconnect'), opened()],
      ready(),
    )
    expect(later.said.at(-1)).toEqual({ type: 'hello', token: TOKEN, after: 1, locale: 'en', epoch: 'e1' })
  })

  test('a token the store does not know is forgotten once, and the outbox is kept', () => {
    const sent = advance(initialState(LANE, 'en'), { ...text('hello'), at: 1 }).state
    const greeting = told([opened(), framed({ type: 'refused', code: 'TOKEN_UNKNOWN', message: '' })], {
      ...sent,
      token: TOKEN,
    })
    expect(greeting.effects).toContainEqual({ type: 'forgetToken', token: TOKEN })
    expect(greeting.state).toMatchObject({ phase: 'opening', token: null, outbox: [{ shown: 'hello' }] })
    const again = told(
      [opened(), framed({ type: 'refused', code: 'TOKEN_UNKNOWN', message: '' })],
      greeting.state,
    )
    expect(again.state.phase).toBe('stopped')
  })

  test('of two new tabs the first decides: the second takes its token', () => {
    const second = told([
      { type: 'wanted' },
      { type: 'opened', keptToken: null },
      { type: 'framed', frame: welcome(0, 'another'), keptToken: TOKEN },
    ])
    expect(second.state.phase).toBe('opening')
    expect(second.effects).not.toContainEqual({ type: 'keepToken', token: 'another' })
    expect(told([opened()], second.state).said).toEqual([
      { type: 'hello', token: TOKEN, after: 0, locale: 'en' },
    ])
  })
})

describe('the end of a socket', () => {
  test.for([
    [4400, 'stopped'],
    [4401, 'stopped'],
    [4403, 'stopped'],
    [1006, 'waiting'],
    [1012, 'waiting'],
    [4408, 'waiting'],
    [4413, 'waiting'],
    [4429, 'waiting'],
    [4503, 'waiting'],
  ] as const)('code %i leaves it %s', ([code, phase]) => {
    expect(told([{ type: 'closed', code, reason: '' }], ready()).state.phase).toBe(phase)
  })

  test('the wait named in the reason is kept, and drawn time comes on top', () => {
    const { effects } = told([{ type: 'closed', code: 4429, reason: '{"retryAfterMs":7000}' }], ready())
    expect(effects).toContainEqual({ type: 'wake', timer: 'reconnect', afterMs: 7_000, spreadMs: 1_000 })
  })

  test('4401 with TOKEN_UNKNOWN begins anew instead of stopping', () => {
    const { state } = told([{ type: 'closed', code: 4401, reason: '{"code":"TOKEN_UNKNOWN"}' }], ready())
    expect(state).toMatchObject({ phase: 'opening', token: null, log: { messages: [] } })
  })

  test('a frame that is too big is not repeated for ever', () => {
    const { state } = told([text('x'), { type: 'closed', code: 4413, reason: '' }], ready())
    expect(state.outbox).toMatchObject([{ refusal: { code: 'TOO_BIG' } }])
  })

  test('a dead server is asked less and less often, up to every 30 s', () => {
    let state = ready()
    const spreads = Array.from({ length: 8 }, () => {
      const step = told([{ type: 'closed', code: 1006, reason: '' }, woke('reconnect')], state)
      state = step.state
      return step.effects.find((effect) => effect.type === 'wake' && effect.timer === 'reconnect')
    })
    expect(spreads.map((effect) => effect?.type === 'wake' && effect.spreadMs)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ])
  })

  test.for(['welcome', 'silence', 'answer'] as const)('the timer %s hangs up and tries again', (timer) => {
    const { state, effects } = told([woke(timer)], ready())
    expect(state.phase).toBe('waiting')
    expect(effects).toContainEqual({ type: 'hangUp' })
  })

  test('every frame proves that the socket lives, for one beat and ten seconds', () => {
    const { effects } = told([framed({ type: 'typing' })], ready())
    expect(effects).toContainEqual({ type: 'wake', timer: 'silence', afterMs: 35_000, spreadMs: 0 })
  })

  test('a network that came back is used at once, but nothing wakes a chat nobody opened', () => {
    const away = told([{ type: 'closed', code: 1006, reason: '' }], ready()).state
    expect(told([{ type: 'networkReturned' }], away).state.phase).toBe('opening')
    expect(told([{ type: 'networkReturned' }]).state.phase).toBe('asleep')
  })
})

describe('messages', () => {
  test('a gap is asked for once, in pieces of the allowed size, and closes', () => {
    const gap = told([framed(robot(1)), framed(robot(8)), framed(robot(9))], ready())
    expect(gap.said).toEqual([{ type: 'range', from: 2, to: 4 }])
    const half = told(
      [2, 3, 4].map((seq) => framed(robot(seq))),
      gap.state,
    )
    expect(half.said).toEqual([{ type: 'range', from: 5, to: 7 }])
    const whole = told(
      [5, 6, 7].map((seq) => framed(robot(seq))),
      half.state,
    )
    expect(whole.state.log.messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('a beat ahead of the log shows a lost tail; one more beat asks again', () => {
    const beat = framed({ type: 'beat', head: 2 })
    expect(told([beat], ready()).said).toEqual([{ type: 'range', from: 1, to: 2 }])
    expect(told([beat, beat], ready()).said).toHaveLength(2)
    expect(told([framed(robot(1)), framed(robot(2)), beat], ready()).said).toEqual([])
  })

  test('after resync everything comes again from seq 1', () => {
    const resync = framed({ type: 'resync', epoch: 'e2', head: 1 })
    const { state } = told([framed(robot(1)), framed(robot(2)), resync, framed(robot(1))], ready())
    expect(state.log.messages.map(({ seq }) => seq)).toEqual([1])
    expect(state.welcome?.epoch).toBe('e2')
  })

  test('a store from an older backup is noticed even without resync', () => {
    const held = told(
      [framed(robot(1)), framed(robot(2)), { type: 'closed', code: 1006, reason: '' }],
      ready(),
    )
    const back = told([woke('reconnect'), opened(), framed(welcome(1, TOKEN, 'e2'))], held.state)
    expect(back.state.log.messages).toEqual([])
  })
})

describe('sending', () => {
  test('one message is on its way at a time; the next leaves after the acknowledgement', () => {
    const sent = told([text('one'), text('two')], ready())
    expect(ids(sent.said)).toEqual([`${LANE}.1`])
    const after = told([framed({ type: 'stored', id: `${LANE}.1`, seq: 1 })], sent.state)
    expect(ids(after.said)).toEqual([`${LANE}.2`])
    expect(after.state.outbox[0]).toMatchObject({ storedAs: 1 })
    expect(told([framed(own(1, `${LANE}.1`))], after.state).state.outbox).toMatchObject([{ id: `${LANE}.2` }])
  })

  test.for(['RETRY', 'BUSY', 'TOO_MANY', 'DRAINING'])('%s sends the same id again later', (code) => {
    const id = `${LANE}.1`
    const rest = told(
      [text('one'), framed({ type: 'refused', id, code, message: '', retryAfterMs: 900 })],
      ready(),
    )
    expect(rest.effects).toContainEqual({ type: 'wake', timer: 'resend', afterMs: 900, spreadMs: 500 })
    expect(ids(told([text('two')], rest.state).said)).toEqual([])
    expect(ids(told([woke('resend')], rest.state).said)).toEqual([id])
  })

  test('a real refusal stands beside its message until the buyer decides', () => {
    const refused = framed({ type: 'refused', id: `${LANE}.1`, code: 'NOT_HELD', message: 'Over.' })
    const { state, said } = told([text('one'), text('two'), refused], ready())
    expect(state.outbox[0]?.refusal).toEqual({ code: 'NOT_HELD', message: 'Over.' })
    expect(ids(said)).toEqual([`${LANE}.1`, `${LANE}.2`])
    expect(told([{ type: 'discarded', id: `${LANE}.1` }], state).state.outbox).toHaveLength(1)
    expect(told([{ type: 'discarded', id: `${LANE}.2` }], state).state.outbox).toHaveLength(2)
    const retried = told([{ type: 'retried', id: `${LANE}.1` }], state).state
    expect(retried.outbox[0]?.refusal).toBeNull()
  })

  test('what earlier pages left goes first, under the ids it had', () => {
    const kept = [
      { id: 'older001.2', order: 2, content: { kind: 'text', text: 'b' } as const, shown: 'b', at: 2 },
      { id: 'older001.1', order: 1, content: { kind: 'text', text: 'a' } as const, shown: 'a', at: 1 },
    ]
    const { said } = told([
      { type: 'began', kept, token: TOKEN, readTo: 0 },
      text('c'),
      opened(),
      framed(welcome(0)),
      framed({ type: 'stored', id: 'older001.1', seq: 1 }),
      framed({ type: 'stored', id: 'older001.2', seq: 2 }),
    ])
    expect(ids(said)).toEqual(['older001.1', 'older001.2', `${LANE}.1`])
  })
})

describe('entering', () => {
  const enter: ConnectionEvent = {
    type: 'entered',
    enter: { type: 'enter', entry: 'product', ref: 'TRAIL-750' },
  }

  test('is said once per opening, not per connection', () => {
    const { state, said } = told([enter], ready())
    expect(said).toEqual([{ type: 'enter', entry: 'product', ref: 'TRAIL-750' }])
    const greeted = told(
      [framed(robot(1)), { type: 'closed', code: 1006, reason: '' }, woke('reconnect')],
      state,
    )
    expect(told([opened(), framed(welcome(1))], greeted.state).said.map(({ type }) => type)).toEqual([
      'hello',
    ])
  })

  test('is said again when the connection broke before anything came of it', () => {
    const lost = told([enter, { type: 'closed', code: 1006, reason: '' }, woke('reconnect')], ready()).state
    expect(told([opened(), framed(welcome(0))], lost).said.map(({ type }) => type)).toEqual([
      'hello',
      'enter',
    ])
  })
})

test('how far was read is said once for many messages, and never beyond the log', () => {
  const { state } = told(
    [framed(robot(1)), framed(robot(2)), { type: 'seen', seq: 1 }, { type: 'seen', seq: 9 }],
    ready(),
  )
  expect(told([woke('read')], state).said).toEqual([{ type: 'read', seq: 2 }])
})

function told(events: readonly ConnectionEvent[], start: ConnectionState = initialState(LANE, 'en')) {
  let state = start
  const effects: ConnectionEffect[] = []
  for (const event of events) {
    const step = advance(state, event)
    state = step.state
    effects.push(...step.effects)
  }
  const said = effects.flatMap((effect): readonly Up[] => (effect.type === 'say' ? [effect.frame] : []))
  return { state, effects, said }
}

function ready(): ConnectionState {
  const began: ConnectionEvent = { type: 'began', kept: [], token: TOKEN, readTo: 0 }
  return told([began, { type: 'wanted' }, opened(), framed(welcome(0))]).state
}

function opened(): ConnectionEvent {
  return { type: 'opened', keptToken: TOKEN }
}

function framed(frame: Down): ConnectionEvent {
  return { type: 'framed', frame, keptToken: TOKEN }
}

function woke(timer: Extract<ConnectionEvent, { type: 'woke' }>['timer']): ConnectionEvent {
  return { type: 'woke', timer }
}

function text(text: string) {
  return { type: 'sent', content: { kind: 'text', text }, shown: text, at: 1 } as const
}

function robot(seq: number): Message {
  return {
    type: 'message',
    seq,
    at: seq,
    author: 'robot',
    kind: 'faq_answer',
    content: { kind: 'text', text: '' },
  }
}

function own(seq: number, id: string): Message {
  return { ...robot(seq), author: 'buyer', kind: 'buyer', id }
}

function welcome(head: number, token = TOKEN, epoch = 'e1'): Down {
  return {
    type: 'welcome',
    token,
    conversation: 'c1',
    head,
    epoch,
    store: { name: 'Harbor', locale: 'en' },
    reception: { open: true },
    menu: [],
    limits: { text: 4_000, frame: 65_536, range: 3 },
  }
}

function ids(said: readonly Up[]): readonly string[] {
  return said.flatMap((frame) => (frame.type === 'send' ? [frame.id] : []))
}
