import { expect, test } from 'vitest'
import { createHotConversations } from './hot-conversations.ts'
import type { Visitor } from './visitor.ts'

const key = (id: number) => ({ storeId: 1, id })
const someone: Visitor = {
  say: () => undefined,
  hear: () => true,
  hearOf: () => true,
  follow: () => Promise.resolve(),
  end: () => undefined,
  leave: () => undefined,
}

test('asking twice gives the same conversation', () => {
  const hot = createHotConversations()
  expect(hot.of(key(1))).toBe(hot.of(key(1)))
})

test('of many at rest, those used longest ago are forgotten', () => {
  const hot = createHotConversations(3)
  const first = hot.of(key(1))
  hot.of(key(2))
  hot.of(key(3))
  hot.of(key(1))
  hot.of(key(4))
  expect(hot.known(1)).toBe(first)
  expect(hot.known(2)).toBeUndefined()
})

test('one with a socket or with work under way is never forgotten', async () => {
  const hot = createHotConversations(2)
  const visited = hot.of(key(1))
  visited.visitors.add(someone)
  const working = hot.of(key(2))
  let finish = () => undefined as void
  const work = working.mailbox.post(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve
      }),
  )
  for (let id = 3; id < 60; id += 1) hot.of(key(id))
  expect(hot.known(1)).toBe(visited)
  expect(hot.known(2)).toBe(working)
  await Promise.resolve()
  finish()
  await work
})
