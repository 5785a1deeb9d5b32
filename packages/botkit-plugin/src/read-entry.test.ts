import { expect, test } from 'vitest'
import { readEntry } from './read-entry.ts'
import { readMessage } from './read-message.ts'

test.for([
  ['a page of the shop', 'refund', 'refund'],
  ['no word at all', undefined, 'store_home'],
  ['a word that is no page', 'checkout', 'store_home'],
  ['a word every object has', 'constructor', 'store_home'],
  ['the page of one product', { entry: 'product', ref: 'TRAIL-750' }, 'product', 'TRAIL-750'],
  ['a page of an order that is not known', { entry: 'order' }, 'order'],
] as const)('%s', ([, named, entry, ref]) => {
  expect(readEntry(named)).toEqual({ entry, ...(ref === undefined ? {} : { ref }) })
})

test('who opens the chat comes from the page the bot names', () => {
  const hello = { type: 'hello', user: 'buyer', channel: 'chat', reference: null, incoming_message: {} }
  const entryOf = () => 'order'
  expect(readMessage(hello, null, 0, { options: { entryOf }, products: [] })).toMatchObject([
    { type: 'buyer.entered', entry: 'order' },
  ])
  expect(readMessage(hello, null, 0, { options: {}, products: [] })).toMatchObject([{ entry: 'store_home' }])
})
