import type { Down, Message } from '@shopbell/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createVisitor } from './visitor.ts'

function message(seq: number): Message {
  return {
    type: 'message',
    seq,
    at: seq,
    author: 'robot',
    kind: 'welcome',
    content: { kind: 'text', text: String(seq) },
  }
}

/** A conversation that grows, read in pages of three. */
function conversation(length: number) {
  const messages = Array.from({ length }, (_, place) => message(place + 1))
  return {
    grow: (count: number) => {
      const added = Array.from({ length: count }, (_, place) => message(messages.length + place + 1))
      messages.push(...added)
      return added
    },
    head: () => messages.length,
    readAfter: async (seq: number) => {
      await Promise.resolve()
      return messages.slice(seq, seq + 3)
    },
  }
}

function listen() {
  const heard: Down[] = []
  return {
    seqs: () => heard.map((frame) => (frame.type === 'message' ? frame.seq : 0)),
    say: (frames: readonly Down[]) => void heard.push(...frames),
    refuse: () => undefined,
    drained: () => Promise.resolve(),
  }
}

const upTo = (last: number, after = 0) =>
  Array.from({ length: last - after }, (_, place) => after + place + 1)

test('a socket that comes back gets what it missed, then hears what is new', async () => {
  const thread = conversation(8)
  const listener = listen()
  const visitor = createVisitor(listener, 2, thread)
  await visitor.follow()
  expect(listener.seqs()).toEqual(upTo(8, 2))
  expect(visitor.hear(thread.grow(2))).toBe(true)
  expect(listener.seqs()).toEqual(upTo(10, 2))
})

describe('messages that are committed while it catches up', () => {
  test('come once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 12 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 4 })), { maxLength: 8 }),
        async (length, growth) => {
          const thread = conversation(length)
          const listener = listen()
          const visitor = createVisitor(listener, 0, thread)
          const following = visitor.follow()
          for (const [turns, count] of growth) {
            for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
            visitor.hear(thread.grow(count))
          }
          await following
          expect(listener.seqs()).toEqual(upTo(thread.head()))
        },
      ),
    )
  })
})

test('one that missed something says so, and following again fills the gap', async () => {
  const thread = conversation(1)
  const listener = listen()
  const visitor = createVisitor(listener, 0, thread)
  await visitor.follow()
  thread.grow(2)
  expect(visitor.hear(thread.grow(1))).toBe(false)
  expect(listener.seqs()).toEqual([1])
  await visitor.follow()
  expect(listener.seqs()).toEqual([1, 2, 3, 4])
})

test('a message that was shown already is not shown again', async () => {
  const thread = conversation(3)
  const listener = listen()
  const visitor = createVisitor(listener, 0, thread)
  await visitor.follow()
  expect(visitor.hear([message(2), message(3)])).toBe(true)
  expect(listener.seqs()).toEqual([1, 2, 3])
})

test('after a failed read the next message tries again', async () => {
  const thread = conversation(2)
  const listener = listen()
  let fails = true
  const visitor = createVisitor(listener, 0, {
    ...thread,
    readAfter: (seq) => (fails ? Promise.reject(new Error('away')) : thread.readAfter(seq)),
  })
  await expect(visitor.follow()).rejects.toThrow('away')
  fails = false
  expect(visitor.hear(thread.grow(1))).toBe(false)
  await visitor.follow()
  expect(listener.seqs()).toEqual([1, 2, 3])
})

test('one that left hears nothing', async () => {
  const thread = conversation(2)
  const listener = listen()
  const visitor = createVisitor(listener, 0, thread)
  const following = visitor.follow()
  visitor.leave()
  await following
  visitor.hear(thread.grow(1))
  visitor.say([{ type: 'typing' }])
  expect(listener.seqs()).toEqual([])
})
