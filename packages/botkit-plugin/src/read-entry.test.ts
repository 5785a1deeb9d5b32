import { expect, test } from 'vitest'
import { readEntry } from './read-entry.ts'
import { readMessage } from './read-message.ts'

test.for([
  ['a page of the shop', 'refund', 'refund'],
  ['no word at all', undefined, 'store_home'],
  ['a word that is no page', 'checkout', 'store_home'],
  ['a word every object has', 'constructor', 'store_home'],
] as const)('%s', ([, named, entry]) => {
  expect(readEntry(named)).toBe(entry)
})

test('who opens the chat comes from the page the bot names', () => {
  const hello = { type: 'hello', user: 'buyer', channel: 'chat', reference: null, incoming_message: {} }
  expect(readMessage(hello, null, 0, () => 'order')).toMatchObject({ type: 'buyer.entered', entry: 'order' })
  expect(readMessage(hello, null, 0, undefined)).toMatchObject({ entry: 'store_home' })
})
