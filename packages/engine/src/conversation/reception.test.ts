import { describe, expect, test } from 'vitest'
import type { Block } from '../blocks/registry.ts'
import { PROFILES } from '../flow/profiles.ts'
import { BOTTLE_FLOW, bottlesSaying, bottlesWith } from '../testing/bottle-flow.ts'
import { flowWith } from '../testing/flow-with.ts'
import { openShop, type Shop } from '../testing/open-shop.ts'
import { DAY_MS, SECOND_MS } from '../time/duration.ts'
import { UNKNOWN_BUYER } from './buyer-record.ts'

const RECEPTION = [
  'welcome: Hello there, this is Harbor.',
  'recommendation: Our picks: [Trail | Camp]',
  'faq_list: Tap one: [Shipping? | Price?]',
  'smart_question: Which size? [choice: Small | Large | Another]',
  'timer reminder ask-size',
  'timer timeout ask-size',
]

describe('a reception, in the order of WEL-05', () => {
  test('opening the chat is greeted where the rule book says so', () => {
    expect(openShop(BOTTLE_FLOW).enter()).toEqual(RECEPTION)
  })

  test('a message implies that the chat is open', () => {
    expect(openShop(BOTTLE_FLOW).say('Hi')).toEqual(['buyer: Hi', ...RECEPTION])
  })

  test('a product card too', () => {
    expect(openShop(BOTTLE_FLOW).send('P1')).toEqual(['buyer:  [Trail]', ...RECEPTION])
  })

  test('where the rule book waits for a message, opening says nothing', () => {
    const shop = openShop(BOTTLE_FLOW, { profile: PROFILES.alibaba })
    expect(shop.enter()).toEqual(['(WAITS_FOR_MESSAGE)'])
    expect(shop.say('Hi')).toEqual(['buyer: Hi', ...RECEPTION])
  })

  test('a first message that equals a question is greeted, answered below the list, and only then asked', () => {
    expect(openShop(BOTTLE_FLOW).say('shipping')).toEqual([
      'buyer: shipping',
      ...RECEPTION.slice(0, 3),
      'faq_answer: In 3 days.',
      ...RECEPTION.slice(3),
    ])
  })

  test('where the path shows no list, that answer comes at its end', () => {
    // The list block hangs behind a case that does not hold.
    const flow = bottlesWith({
      picks: {
        kind: 'condition',
        cases: [{ id: 'open', when: { source: 'openNow', op: 'is', value: false }, next: 'faq' }],
        else: 'bye',
      },
    })
    expect(openShop(flow).say('Price?')).toEqual([
      'buyer: Price?',
      'welcome: Hello there, this is Harbor.',
      'flow_message: Come back any time.',
      'faq_answer: 10 each.',
    ])
  })

  test('the first template whose condition holds replaces the greeting (WEL-08)', () => {
    expect(openShop(BOTTLE_FLOW).enter('refund')[0]).toBe('welcome: Hello, about your refund:')
  })

  test.for([
    ['a product card', (shop: Shop) => shop.send('P1'), 'About this product:'],
    ['an order card', (shop: Shop) => shop.happen({ type: 'buyer.sent', card: 'order', ref: 'O1' }), 'Hello'],
    ['a keyword', (shop: Shop) => shop.say('Do you send a SAMPLE first?'), 'Samples are free.'],
    ['other words', (shop: Shop) => shop.say('Good morning'), 'Hello'],
    ['opening the chat', (shop: Shop) => shop.enter(), 'Hello'],
  ] as const)('the greeting is told by the kind of inquiry (WEL-08): %s', ([, inquire, greeting]) => {
    const flow = bottlesSaying({
      hello: 'Hello',
      'hello.product.text': 'About this product:',
      'hello.sample.text': 'Samples are free.',
    })
    const hello: Block = {
      kind: 'greeting',
      next: 'picks',
      templates: [
        { id: 'product', when: { source: 'card', op: 'is', value: 'product' } },
        { id: 'sample', when: { source: 'words', op: 'mentions', value: ['sample', 'sampling'] } },
      ],
    }
    const shop = openShop({ ...flow, blocks: { ...flow.blocks, hello } })
    expect(inquire(shop).find((line) => line.startsWith('welcome'))).toBe(`welcome: ${greeting}`)
  })

  test('without products the picks are skipped silently (REC-03)', () => {
    const told = openShop(BOTTLE_FLOW, { products: [] }).enter()
    expect(told).toEqual(RECEPTION.filter((line) => !line.startsWith('recommendation')))
  })

  test('with no question on, only the greeting comes and the day counts as delivered (WEL-14)', () => {
    const shop = openShop(bottlesWith({ faq: { kind: 'faq', questions: [], next: 'ask-size' } }))
    expect(shop.enter()).toEqual(RECEPTION.filter((line) => !line.startsWith('faq_list')))
    expect(shop.enter()).toEqual(['(LIST_ALREADY_TODAY)'])
    expect(shop.buyer().held).toBe(null)
  })

  test('a block that is off is passed', () => {
    const flow = bottlesWith({ picks: { kind: 'recommendation', enabled: false, next: 'faq' } })
    expect(openShop(flow).enter()[1]).toBe('faq_list: Tap one: [Shipping? | Price?]')
  })

  test('a flow without a reception says so, and a message still reaches a person', () => {
    const shop = openShop({ ...BOTTLE_FLOW, entries: {} })
    expect(shop.enter()).toEqual(['(NO_RECEPTION)'])
    expect(shop.say('Hi')).toEqual([
      'buyer: Hi',
      'note: waiting_for_person',
      '→ waiting (general)',
      '(NO_RECEPTION)',
    ])
    expect(shop.buyer().receivedAt).toBe(null)
  })

  test('a link that leads nowhere leaves the buyer waiting, not the shop broken', () => {
    const shop = openShop(flowWith({ blocks: { hello: { kind: 'greeting' } } }))
    expect(shop.enter()).toEqual(['welcome: Hello'])
    expect(shop.say('Anyone?')).toContain('note: waiting_for_person')
  })
})

describe('who counts as new, by the rule book’s quiet days (WEL-01)', () => {
  const lastContactAgo = (ms: number) => {
    const startsAt = Date.parse('2026-06-15T12:00:00Z')
    const buyer = { ...UNKNOWN_BUYER, lastContactAt: startsAt - ms }
    return openShop(BOTTLE_FLOW, { profile: PROFILES.alibaba, startsAt, buyer })
  }

  test('thirty days of silence are greeted', () => {
    expect(lastContactAgo(30 * DAY_MS).say('Hi')).toContain('welcome: Hello there, this is Harbor.')
  })

  test('29 days 23:59:59 are not: a person has to answer', () => {
    expect(lastContactAgo(30 * DAY_MS - SECOND_MS).say('Hi')).toEqual([
      'buyer: Hi',
      'note: waiting_for_person',
      '→ waiting (general)',
      '(CONTACT_TOO_RECENT)',
    ])
  })

  test('the message that was greeted is contact itself: a second one a minute later is not greeted (WEL-06)', () => {
    const shop = lastContactAgo(30 * DAY_MS)
    shop.say('Hi')
    shop.close()
    shop.wait(60_000)
    expect(shop.say('Hi again')).toContain('(CONTACT_TOO_RECENT)')
  })

  test('the robot’s own messages are no contact, an agent’s are', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    expect(shop.buyer().lastContactAt).toBe(null)
    shop.reply('Hello')
    expect(shop.buyer().lastContactAt).toBe(shop.now())
  })
})

describe('once on a store-day (FAQ-11, FAQ-12)', () => {
  test('two openings at once lead to one list', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    expect(shop.enter('product')).toEqual(['(LIST_ALREADY_TODAY)'])
  })

  test('15:59:59Z and 16:00:00Z are two days in Shanghai', () => {
    const shop = openShop(BOTTLE_FLOW, { startsAt: Date.parse('2026-03-02T15:59:59Z') })
    const received = shop.enter()
    shop.waitUntil('2026-03-02T16:00:00Z')
    expect(shop.enter().filter((line) => !line.startsWith('no timer'))).toEqual(received)
  })

  test('the next day’s list comes even if nothing in it changed (PUB-07), and ends the open question', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    const asked = shop.latest('smart_question')
    shop.waitUntil('2026-03-02T16:00:00Z')
    expect(shop.enter()).toContain('faq_list: Tap one: [Shipping? | Price?]')
    expect(shop.tap(asked, 'small')).toEqual(['✗ NOT_HELD'])
  })

  test('a message in the middle of the questions answers the question, also after midnight', () => {
    const shop = openShop(BOTTLE_FLOW, { startsAt: Date.parse('2026-03-02T15:50:00Z') })
    shop.enter()
    shop.waitUntil('2026-03-02T16:05:00Z')
    expect(shop.say('large')).toContain('= size: Large')
    expect(shop.say('faster please')).not.toContain('welcome: Hello there, this is Harbor.')
  })

  test('a closed conversation that the buyer opens again the same day is not received twice', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    shop.close()
    expect(shop.enter()).toEqual(['→ robot', '(LIST_ALREADY_TODAY)'])
    expect(shop.say('price')).toEqual(['buyer: price', 'faq_answer: 10 each.'])
  })
})

describe('rule books of a store’s own', () => {
  const own = (changes: Partial<(typeof PROFILES.alibaba)['reception']>) => ({
    ...PROFILES.alibaba,
    id: 'custom',
    reception: { ...PROFILES.alibaba.reception, ...changes },
  })

  test('on a message, once a day: the second message of the day is not greeted', () => {
    const shop = openShop(bottlesWith({ faq: { kind: 'faq', questions: [], next: 'bye' } }), {
      profile: own({ idleDays: null }),
    })
    expect(shop.say('Hi')).toContain('welcome: Hello there, this is Harbor.')
    expect(shop.say('Hi')).toContain('(NOT_FOUND_IN_LIST)')
    shop.wait(DAY_MS)
    expect(shop.say('Hi')).toContain('welcome: Hello there, this is Harbor.')
  })

  test('not bound to once a day: a session is received once, a new one again', () => {
    const faq = { ...PROFILES.alibaba.reception.faq, oncePerDay: false }
    const shop = openShop(BOTTLE_FLOW, {
      profile: own({ trigger: 'first_chat_open_of_day', idleDays: null, faq }),
    })
    expect(shop.enter()).toEqual(RECEPTION)
    expect(shop.enter()).toEqual(['(LIST_ALREADY_TODAY)'])
    expect(shop.say('small')).toContain('= size: Small')
    shop.close()
    expect(shop.enter()).toEqual([...RECEPTION, '→ robot'])
  })

  test('the number of quiet days is data', () => {
    const startsAt = Date.parse('2026-06-15T12:00:00Z')
    const buyer = { ...UNKNOWN_BUYER, lastContactAt: startsAt - 7 * DAY_MS }
    const shop = openShop(BOTTLE_FLOW, { profile: own({ idleDays: 7 }), startsAt, buyer })
    expect(shop.say('Hi')).toContain('welcome: Hello there, this is Harbor.')
  })
})

test('a greeting fills what it knows and never shows what it does not (WEL-07)', () => {
  const flow = bottlesSaying({
    hello: 'Hello {{buyer.name}}, {{store.name}} here. {{product.name|Any product}}? {{nonsense}}{{',
    'faq.ship.question': '{{buyer.name|Ship}}?',
    'ask-size.small.label': 'Small {{store.name}}',
  })
  const told = openShop(flow, { buyerName: 'Ana' }).enter()
  expect(told[0]).toBe('welcome: Hello Ana, Harbor here. Any product? {')
  expect(told[2]).toBe('faq_list: Tap one: [Ship? | Price?]')
  expect(told[3]).toBe('smart_question: Which size? [choice: Small | Large | Another]')
  expect(openShop(flow).enter()[0]).toBe('welcome: Hello, Harbor here. Any product? {')
  expect(openShop(flow).send('P2')).toContain('welcome: Hello, Harbor here. Camp? {')
})

describe('the locale of a session', () => {
  test('each missing text falls back on its own', () => {
    const shop = openShop(BOTTLE_FLOW, { locales: ['zh-Hans-CN', 'en'] })
    expect(shop.enter()).toEqual([
      'welcome: 您好，Harbor。',
      'recommendation: Our picks: [Trail | Camp]',
      'faq_list: Tap one: [几天发货？ | Price?]',
      'smart_question: 要哪种？ [choice: 小 | Large | Another]',
      'timer reminder ask-size',
      'timer timeout ask-size',
    ])
    expect(shop.say('Shipping?')).toEqual(['buyer: Shipping?', 'faq_answer: 三天。'])
    expect(shop.tap(shop.latest('smart_question'), 'small')).toContain('buyer: 小')
  })

  test('a locale the flow has not gives the default language', () => {
    expect(openShop(BOTTLE_FLOW, { locales: ['fr'] }).enter()[0]).toBe(
      'welcome: Hello there, this is Harbor.',
    )
  })

  test('it is fixed for the session', () => {
    const locales = ['en']
    const shop = openShop(BOTTLE_FLOW, { locales })
    shop.enter()
    locales[0] = 'zh-CN'
    expect(shop.say('small')).toContain('smart_question: How many? [number: pcs 1 10000]')
    expect(shop.session()?.locale).toBe('en')
  })
})
