import type { Message } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { firstUnreadSeq, threadItems, type ThreadItem } from './thread-item.ts'

const noon = new Date(2026, 10, 20, 12, 0).getTime()

function message(seq: number, author: Message['author'], more: Partial<Message> = {}): Message {
  const content = { kind: 'text', text: `${author} ${seq}` } as const
  return {
    type: 'message',
    seq,
    at: noon + seq,
    author,
    kind: author === 'buyer' ? 'buyer' : 'welcome',
    content,
    ...more,
  }
}

function sketch(items: readonly ThreadItem[]): string[] {
  return items.map((item) => {
    if (item.type === 'burst') return `burst ${item.messages.map(({ seq }) => seq).join('+')}`
    if (item.type === 'buyer') return item.means
    return item.type
  })
}

const list: Message['content'] = { kind: 'choices', options: [{ id: 'moq', label: 'MOQ?' }] }
const form: Message['content'] = { kind: 'form', text: 'How many?', field: { type: 'number' } }

test('what the robot says in one go is one burst', () => {
  const thread = [
    message(1, 'buyer'),
    message(2, 'robot'),
    message(3, 'robot'),
    message(4, 'buyer'),
    message(5, 'robot'),
  ]
  expect(sketch(threadItems(thread, null))).toEqual(['day', 'said', 'burst 2+3', 'said', 'burst 5'])
})

test('the reason of a silence stands below its message, and is not repeated on the same day', () => {
  const thread = [
    message(1, 'buyer'),
    message(2, 'robot'),
    message(3, 'robot'),
    message(4, 'buyer'),
    message(5, 'buyer'),
  ]
  const why = (after: number, code: string, more = {}) => ({ after, code, at: noon + after, ...more })
  const silences = [
    why(0, 'WAITS_FOR_MESSAGE'),
    why(2, 'LIST_ALREADY_TODAY'),
    why(4, 'CONTACT_TOO_RECENT', { because: { days: 12 } }),
    why(5, 'CONTACT_TOO_RECENT', { because: { days: 12 } }),
  ]
  expect(sketch(threadItems(thread, null, silences))).toEqual([
    ...['silence', 'day', 'said', 'burst 2', 'silence', 'burst 3'],
    ...['said', 'silence', 'said'],
  ])
  const nextDay = why(5, 'CONTACT_TOO_RECENT', { because: { days: 13 } })
  expect(sketch(threadItems(thread, null, [...silences.slice(0, 3), nextDay])).at(-1)).toBe('silence')
})

test('a reminder minutes later is a burst of its own', () => {
  const thread = [message(1, 'robot'), message(2, 'robot', { at: noon + 600_000 })]
  expect(sketch(threadItems(thread, null))).toEqual(['day', 'burst 1', 'burst 2'])
})

test('a person or the system ends a burst', () => {
  const thread = [
    message(1, 'robot'),
    message(2, 'system'),
    message(3, 'robot'),
    message(4, 'agent'),
    message(5, 'robot'),
  ]
  expect(sketch(threadItems(thread, null))).toEqual([
    'day',
    'burst 1',
    'system',
    'burst 3',
    'person',
    'burst 5',
  ])
})

test('tapping a list, answering a form and writing are told apart', () => {
  const thread = [
    message(1, 'robot', { content: list }),
    message(2, 'buyer', { replyTo: 1 }),
    message(3, 'robot', { content: form }),
    message(4, 'buyer', { replyTo: 3 }),
    message(5, 'buyer'),
  ]
  expect(sketch(threadItems(thread, null))).toEqual([
    'day',
    'burst 1',
    'tapped',
    'burst 3',
    'answered',
    'said',
  ])
})

test('each day begins with its line, and a burst does not cross midnight', () => {
  const midnight = new Date(2026, 10, 21, 0, 0).getTime()
  const thread = [message(1, 'robot', { at: midnight - 1 }), message(2, 'robot', { at: midnight })]
  expect(sketch(threadItems(thread, null))).toEqual(['day', 'burst 1', 'day', 'burst 2'])
})

test('the line stands before the first unread words of the buyer, whatever the robot said since', () => {
  const thread = [message(1, 'buyer'), message(2, 'buyer'), message(3, 'robot'), message(4, 'buyer')]
  expect(firstUnreadSeq(thread, 2)).toBe(2)
  expect(sketch(threadItems(thread, 2))).toEqual(['day', 'said', 'unread', 'said', 'burst 3', 'said'])
})

test('a thread that is read, or begins unread, has no such line', () => {
  const thread = [message(1, 'buyer'), message(2, 'buyer')]
  expect([0, 2, 9].map((unread) => firstUnreadSeq(thread, unread))).toEqual([null, null, null])
})

test('an answer knows what was asked', () => {
  const [, , burst] = threadItems([message(1, 'buyer'), message(2, 'robot')], null)
  expect(burst).toMatchObject({ type: 'burst', asked: { seq: 1 } })
})
