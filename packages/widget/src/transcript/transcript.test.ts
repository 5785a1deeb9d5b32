import type { Message, MessageContent } from '@shopbell/protocol'
import { describe, expect, test } from 'vitest'
import type { OutboxEntry } from '../connection/outbox.ts'
import { openQuestions } from './open-questions.ts'
import { spokenText } from './spoken-text.ts'
import { transcript, type Told } from './transcript.ts'
import { unreadCount } from './unread-count.ts'

const NOON = new Date(2026, 10, 22, 12).getTime()
const MINUTE = 60_000

const list: MessageContent = {
  kind: 'choices',
  options: [
    { id: 'moq', label: 'MOQ?' },
    { id: 'logo', label: 'Your logo?' },
  ],
}
const form: MessageContent = { kind: 'form', text: 'How many?', field: { type: 'number', unit: 'pcs' } }

describe('who speaks', () => {
  test('is said once per burst; the buyer’s words in between do not break it', () => {
    const { types } = shown(robot('Welcome'), robot(list), buyer('MOQ?'), robot('500'))
    expect(types).toEqual(['day', 'speaker', 'bubble', 'choices', 'bubble', 'bubble'])
  })

  test('is said again for another speaker and after a pause', () => {
    const late = { ...robot('Still there'), at: NOON + 6 * MINUTE }
    expect(shown(robot('Hello'), agent('I am Li'), late).types).toEqual([
      'day',
      'speaker',
      'bubble',
      'speaker',
      'bubble',
      'speaker',
      'bubble',
    ])
  })

  test('a new day has its date', () => {
    const tomorrow = { ...robot('Morning'), at: NOON + 20 * 60 * MINUTE }
    expect(shown(robot('Hello'), tomorrow).types).toEqual([
      'day',
      'speaker',
      'bubble',
      'day',
      'speaker',
      'bubble',
    ])
  })
})

describe('what can be tapped', () => {
  test('only the newest list, which marks what was asked and ends with a person', () => {
    const { items } = shown(robot(list), robot(list), { ...buyer('MOQ?'), replyTo: 2 })
    expect(items.filter(({ type }) => type === 'choices')).toMatchObject([
      { open: false, asked: [], offersPerson: false },
      { open: true, asked: ['moq'], offersPerson: true },
    ])
  })

  test('a list of another kind leaves the older one open: the shop holds the newest of each', () => {
    const forCard: Message = { ...robot(list), kind: 'order_card_list' }
    const { items } = shown({ ...robot(list), kind: 'faq_list' }, { ...buyer('MOQ?'), replyTo: 1 }, forCard)
    expect(items.filter(({ type }) => type === 'choices')).toMatchObject([
      { open: true, asked: ['moq'], offersPerson: false },
      { open: true, asked: [], offersPerson: true },
    ])
  })

  test('nobody is offered a person who is on the way', () => {
    const note: MessageContent = { kind: 'note', code: 'waiting_for_person', text: 'A person comes.' }
    expect(openQuestions(numbered(robot(list), system(note)), []).offersPerson).toBe(false)
    const back: MessageContent = { kind: 'note', code: 'robot_returned', text: 'Back.' }
    expect(openQuestions(numbered(robot(list), system(note), system(back)), []).offersPerson).toBe(true)
  })

  test.for([
    ['stays open after a tap on the list (SQ-04)', [buyer('MOQ?'), robot('500')], true],
    ['is over when it is answered', [{ ...buyer('7'), replyTo: 1 }], false],
    ['is over when a person writes', [agent('Let me see')], false],
    ['is over when the questions are closed', [{ ...robot('Thanks'), kind: 'smart_closing' }], false],
    ['is over when a person joins', [system({ kind: 'note', code: 'person_joined', text: '' })], false],
  ] as const)('a question %s', ([, after, open]) => {
    expect(openQuestions(numbered(robot(form), ...after), []).form).toBe(open ? 1 : 0)
  })

  test('a question whose answer is on its way is over, unless the answer was refused', () => {
    const answer = { ...waiting('7'), content: { kind: 'answer', message: 1, value: 7 } as const }
    expect(openQuestions(numbered(robot(form)), [answer]).form).toBe(0)
    const refused = { ...answer, refusal: { code: 'ANSWER_UNFIT', message: '' } }
    expect(openQuestions(numbered(robot(form)), [refused]).form).toBe(1)
  })

  test('an answered question becomes an ordinary message, in its place', () => {
    expect(shown(robot(form)).types.at(-1)).toBe('form')
    expect(shown(robot(form), { ...buyer('7'), replyTo: 1 }).types.slice(2, 4)).toEqual(['bubble', 'bubble'])
  })
})

describe('the buyer’s own messages', () => {
  test('keep their key from writing to storing', () => {
    const before = shown([waiting('hi')])
    const after = shown({ ...buyer('hi'), id: 'lane0001.1' })
    expect(before.items.at(-1)).toEqual({
      key: 'lane0001.1',
      type: 'bubble',
      side: 'own',
      text: 'hi',
      waits: true,
    })
    expect(after.items.find(({ type }) => type === 'bubble')).toMatchObject({
      key: 'lane0001.1',
      waits: false,
    })
  })

  test('say how far they got, while they are the last word', () => {
    expect(shown(buyer('hi')).items.at(-1)).toMatchObject({ type: 'receipt', state: 'sent' })
    expect(shown({ agentReadTo: 1 }, buyer('hi')).items.at(-1)).toMatchObject({ state: 'read' })
    expect(shown(buyer('hi'), robot('Hello')).types).not.toContain('receipt')
    expect(shown({ phase: 'waiting', failures: 1 }, [waiting('hi')]).items.at(-1)).toMatchObject({
      state: 'kept',
    })
  })

  test('that were refused have the reason right below', () => {
    const refusal = { code: 'NOT_HELD', message: 'Over.' }
    const { items } = shown([{ ...waiting('hi'), refusal }])
    expect(items).toMatchObject([{ type: 'bubble' }, { type: 'refused', id: 'lane0001.1', refusal }])
  })
})

test('a kind of a newer server takes its place without breaking the log', () => {
  const call: Message = JSON.parse(JSON.stringify({ ...robot(''), content: { kind: 'call' } }))
  expect(shown(call, robot('Hello')).types).toEqual(['day', 'speaker', 'unknown', 'bubble'])
})

test('robot and people count as unread, notes and the buyer do not', () => {
  const note = system({ kind: 'note', code: 'closed', text: '' })
  const messages = numbered(robot('a'), agent('b'), buyer('c'), note, robot('d'))
  expect(unreadCount({ log: { messages, ahead: new Map() }, buyerReadTo: 1 })).toBe(2)
})

test('a screen reader hears the shop’s words with what can be chosen, never the buyer’s own', () => {
  expect(spokenText(robot('**Hello** [site](https://a.example)'))).toBe('Hello site')
  expect(spokenText(robot(list))).toBe('MOQ?, Your logo?')
  expect(spokenText(buyer('secret'))).toBe('')
})

function shown(...told: readonly (Partial<Told> | Message | readonly OutboxEntry[])[]) {
  const messages = told.filter((one): one is Message => 'seq' in one)
  const outbox = told.find((one): one is readonly OutboxEntry[] => Array.isArray(one)) ?? []
  const rest = told.find((one): one is Partial<Told> => !Array.isArray(one) && !('seq' in one))
  const items = transcript({
    log: { messages: numbered(...messages), ahead: new Map() },
    outbox,
    agentReadTo: 0,
    personTyping: false,
    phase: 'ready',
    failures: 0,
    ...rest,
  })
  return { items, types: items.map(({ type }) => type) }
}

function numbered(...messages: readonly Message[]): readonly Message[] {
  return messages.map((message, index) => ({ ...message, seq: index + 1 }))
}

function robot(said: string | MessageContent): Message {
  const content: MessageContent = typeof said === 'string' ? { kind: 'text', text: said } : said
  return { type: 'message', seq: 1, at: NOON, author: 'robot', kind: 'flow_message', content }
}

function agent(text: string): Message {
  return { ...robot(text), author: 'agent', kind: 'human' }
}

function buyer(text: string): Message {
  return { ...robot(text), author: 'buyer', kind: 'buyer' }
}

function system(content: MessageContent): Message {
  return { ...robot(content), author: 'system', kind: 'note' }
}

function waiting(text: string): OutboxEntry {
  return {
    id: 'lane0001.1',
    order: 1,
    content: { kind: 'text', text },
    shown: text,
    at: NOON,
    refusal: null,
    storedAs: null,
  }
}
