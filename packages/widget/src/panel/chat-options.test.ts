import { describe, expect, test } from 'vitest'
import { sendableText } from '../content/sendable-text.ts'
import { chatAddress } from './chat-address.ts'
import { chatOptions } from './chat-options.ts'

describe('the page’s attributes', () => {
  test('a bare snippet enters from the store’s home in the page’s language', () => {
    expect(chatOptions({ store: 'demo' }, 'de-CH')).toEqual({
      store: 'demo',
      from: { entry: 'store_home' },
      viewed: null,
      locale: 'de-CH',
      brand: null,
      product: null,
    })
  })

  test('a product page names its product', () => {
    const { from, product, viewed } = chatOptions(
      { store: 'demo', entry: 'product', ref: 'A-1', title: 'Trail' },
      'en',
    )
    expect(from).toEqual({ entry: 'product', ref: 'A-1' })
    expect(product).toEqual({ title: 'Trail', price: '', image: '' })
    expect(viewed).toBe('A-1')
  })

  test.for([
    ['a page that shows one beside its own matter', { product: 'A-2' }, 'A-2'],
    ['one that names both', { entry: 'product', ref: 'A-1', product: 'A-2' }, 'A-2'],
    ['an order’s page', { entry: 'order', ref: 'SO-1' }, null],
    ['an empty name', { product: '' }, null],
  ] as const)('of %s the product is viewed', ([, attributes, viewed]) => {
    expect(chatOptions({ store: 'demo', ...attributes }, 'en').viewed).toBe(viewed)
  })

  test('what the protocol would refuse is not passed on', () => {
    const options = chatOptions(
      { store: 'demo', entry: 'checkout', ref: 'x'.repeat(300), locale: 'en_US!' },
      'zh-CN',
    )
    expect(options.from).toEqual({ entry: 'store_home', ref: 'x'.repeat(200) })
    expect(options.locale).toBe('zh-CN')
    expect(chatOptions({}, '').locale).toBe('en')
  })
})

test.for([
  ['https://chat.example/widget/v1.js', 'demo', 'wss://chat.example/v1/chat?store=demo'],
  ['http://127.0.0.1:8080/widget/v1.js?x=1', 'a&b', 'ws://127.0.0.1:8080/v1/chat?store=a%26b'],
  ['https://shop.example/chat/widget/v1.js', 'demo', 'wss://shop.example/chat/v1/chat?store=demo'],
] as const)('the chat of %s', ([script, store, address]) => {
  expect(chatAddress(script, store)).toBe(address)
})

test('texts are sent as the protocol takes them', () => {
  expect(sendableText('  hi\0 \ud800\n')).toBe('hi \ufffd')
})
