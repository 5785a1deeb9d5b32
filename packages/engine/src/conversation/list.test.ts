import { describe, expect, test } from 'vitest'
import type { Block } from '../blocks/registry.ts'
import { customProfile, PROFILES } from '../flow/profiles.ts'
import { BOTTLE_FLOW, bottlesSaying, bottlesWith } from '../testing/bottle-flow.ts'
import { openShop } from '../testing/open-shop.ts'
import { DAY_MS, HOUR_MS } from '../time/duration.ts'
import { compileFlow } from './program.ts'

const questions = (...on: readonly (readonly [string, boolean])[]) =>
  bottlesWith({
    faq: { kind: 'faq', questions: on.map(([id, enabled]) => ({ id, enabled })), next: 'ask-size' },
  })

const PRICE_GONE = questions(['ship', true])
const PRICE_OFF = questions(['ship', true], ['price', false])
const PRICE_CHANGED = bottlesSaying({ 'faq.price.answer': 'Now 12 each.' })

describe('tapping the held list (FAQ-09, FAQ-16)', () => {
  test('the answer follows at any time: before, between and after the questions, as often as it is tapped', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    const list = shop.latest('faq_list')
    const answered = ['buyer: Price?', 'faq_answer: 10 each.']
    expect(shop.tap(list, 'price')).toEqual(answered)
    for (const answer of ['small', '20', 'logo', 'red', 'soon']) shop.say(answer)
    expect(shop.session()?.handling).toBe('waiting')
    expect(shop.tap(list, 'price')).toEqual(answered)
    expect(shop.tap(list, 'price')).toEqual(answered)
  })

  test('the tap answers the list, the answer answers the tap', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    const list = shop.latest('faq_list')
    shop.tap(list, 'ship')
    const [tap, answer] = shop.messages().slice(-2)
    expect(tap).toMatchObject({ author: 'buyer', replyTo: list })
    expect(answer).toMatchObject({ author: 'robot', replyTo: shop.messages().length - 1, source: 'ship' })
  })

  test.for([
    ['a question that is off', 'hidden'],
    ['a question that never was', 'nonsense'],
    ['a block', 'faq'],
  ] as const)('%s is not held', ([, option]) => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    expect(shop.tap(shop.latest('faq_list'), option)).toEqual(['✗ NOT_HELD'])
  })

  test('another message is no list, nor is one that does not exist, nor a list before it was sent', () => {
    const shop = openShop(BOTTLE_FLOW)
    expect(shop.tap(1, 'price')).toEqual(['✗ NOT_HELD'])
    shop.enter()
    const list = shop.latest('faq_list')
    for (const seq of [0, 1, list - 1, list + 2, 999, -1])
      expect(shop.tap(seq, 'price')).toEqual(['✗ NOT_HELD'])
  })

  test('only the newest list is held', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    const yesterdays = shop.latest('faq_list')
    shop.wait(DAY_MS)
    expect(shop.tap(yesterdays, 'price')).toContain('faq_answer: 10 each.')
    shop.enter()
    expect(shop.tap(yesterdays, 'price')).toEqual(['✗ NOT_HELD'])
    expect(shop.tap(shop.latest('faq_list'), 'price')).toContain('faq_answer: 10 each.')
  })

  test('a list is held past the session gap and past a close (PUB-05)', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    const list = shop.latest('faq_list')
    shop.wait(40 * DAY_MS)
    expect(shop.tap(list, 'ship')).toEqual(['buyer: Shipping?', 'faq_answer: In 3 days.'])
    shop.close()
    expect(shop.tap(list, 'ship')).toEqual(['buyer: Shipping?', 'faq_answer: In 3 days.', '→ robot'])
  })

  test('the record says whether the held list was tapped', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    expect(shop.buyer()).toMatchObject({
      held: { seq: shop.latest('faq_list'), flowVersion: 1 },
      tapped: false,
    })
    shop.say('price')
    expect(shop.buyer().tapped).toBe(true)
    shop.wait(DAY_MS)
    shop.enter()
    expect(shop.buyer().tapped).toBe(false)
  })

  test('without a held list, words alone mark nothing as tapped', () => {
    const shop = openShop(bottlesWith({ picks: { kind: 'message', enabled: false, next: 'bye' } }))
    shop.enter()
    shop.say('anything')
    expect(shop.buyer()).toMatchObject({ held: null, tapped: false })
  })
})

describe('which answer a held list gives after a publish (PUB-02, PUB-05)', () => {
  const pinned = customProfile(PROFILES.marketplace, {
    faq: { ...PROFILES.marketplace.reception.faq, answerBinding: 'pinned' },
  })

  test.for([
    ['a corrected answer is given at once', PROFILES.marketplace, PRICE_CHANGED, 'Now 12 each.'],
    ['a pinned one stays as it was', pinned, PRICE_CHANGED, '10 each.'],
    ['a deleted question is answered as it was', PROFILES.marketplace, PRICE_GONE, '10 each.'],
    ['a question switched off too', PROFILES.marketplace, PRICE_OFF, '10 each.'],
    ['and where the whole list was switched off', PROFILES.marketplace, questions(), '10 each.'],
  ] as const)('%s', ([, profile, changed, answer]) => {
    const shop = openShop(BOTTLE_FLOW, { profile })
    shop.enter()
    shop.publish(changed)
    expect(shop.tap(shop.latest('faq_list'), 'price')).toEqual(['buyer: Price?', `faq_answer: ${answer}`])
    expect(shop.enter()).toEqual(['(LIST_ALREADY_TODAY)'])
  })

  test('the tap shows the question in the words the buyer tapped', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    shop.publish(bottlesSaying({ 'faq.price.question': 'Costs?', 'faq.price.answer': '12.' }))
    expect(shop.tap(shop.latest('faq_list'), 'price')).toEqual(['buyer: Price?', 'faq_answer: 12.'])
  })

  test('the running session keeps its version, the next day’s first entry gets the new one (PUB-02)', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    shop.publish(bottlesSaying({ 'ask-quantity': 'New words?', hello: 'New hello' }))
    expect(shop.say('small')).toContain('smart_question: How many? [number: pcs 1 10000]')
    shop.wait(DAY_MS)
    expect(shop.enter()).toContain('welcome: New hello')
  })

  test('a buyer who has received nothing today gets what is live one second after the publish (PUB-03)', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.publish(PRICE_GONE)
    expect(shop.enter()).toContain('faq_list: Tap one: [Shipping?]')
  })
})

describe('free words that equal a question (FAQ-15)', () => {
  test.for([
    ['shipping', 'In 3 days.'],
    ['  SHIPPING ？', 'In 3 days.'],
    ['几天发货', 'In 3 days.'],
    ['price?!', '10 each.'],
  ] as const)('“%s” is a tap', ([said, answer]) => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    expect(shop.say(said)).toEqual([`buyer: ${said}`, `faq_answer: ${answer}`])
  })

  test('a question that is off is not, and words that only contain one are not', () => {
    const shop = openShop(
      bottlesWith({ faq: { kind: 'faq', questions: [{ id: 'ship', enabled: true }], next: 'bye' } }),
    )
    shop.enter()
    for (const said of ['Secret?', 'Shipping to Peru?', '?'])
      expect(shop.say(said)).toContain('(NOT_FOUND_IN_LIST)')
  })

  test('the session’s own language is looked at first', () => {
    const flow = {
      ...BOTTLE_FLOW,
      texts: {
        ...BOTTLE_FLOW.texts,
        'zh-CN': { 'faq.price.question': 'Shipping?', 'faq.price.answer': '价格' },
      },
    }
    const said = (locales: readonly string[]) => {
      const shop = openShop(flow, { locales })
      shop.enter()
      return shop.say('shipping').at(-1)
    }
    expect(said(['en'])).toBe('faq_answer: In 3 days.')
    expect(said(['zh-CN'])).toBe('faq_answer: 价格')
  })

  test('a list that is off as a whole is not answered from', () => {
    const shop = openShop(
      bottlesWith({
        faq: { kind: 'faq', enabled: false, questions: [{ id: 'ship', enabled: true }], next: 'bye' },
      }),
    )
    shop.enter()
    expect(shop.say('Shipping?')).toContain('(NOT_FOUND_IN_LIST)')
  })
})

describe('the version of a list changes with what a buyer sees of it (PUB-04)', () => {
  const versionOf = (flow = BOTTLE_FLOW) => compileFlow(flow, 1).list?.version
  const same = versionOf()

  test.for([
    ['a question’s words', bottlesSaying({ 'faq.ship.question': 'Sending?' })],
    ['a question’s punctuation', bottlesSaying({ 'faq.ship.question': 'Shipping!' })],
    [
      'a question’s words in another language',
      { ...BOTTLE_FLOW, texts: { ...BOTTLE_FLOW.texts, 'zh-CN': {} } },
    ],
    ['a question switched on', questions(['ship', true], ['price', true], ['hidden', true])],
    ['a question switched off', questions(['ship', true], ['price', false], ['hidden', false])],
    ['the order', questions(['price', true], ['ship', true], ['hidden', false])],
    ['a deleted question', PRICE_GONE],
  ] as const)('%s', ([, flow]) => {
    expect(versionOf(flow)).not.toBe(same)
  })

  test.for([
    ['an answer', PRICE_CHANGED],
    ['a question that is off', bottlesSaying({ 'faq.hidden.question': 'Hush?' })],
    ['a deleted question that was off', questions(['ship', true], ['price', true])],
    ['the greeting', bottlesSaying({ hello: 'Hi' })],
    ['the intro above the list', bottlesSaying({ faq: 'Choose:' })],
  ] as const)('but not with %s', ([, flow]) => {
    expect(versionOf(flow)).toBe(same)
  })

  test('the list carries it, and so does the record of what the buyer holds', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    expect(shop.messages()[shop.latest('faq_list') - 1]?.content).toMatchObject({ list: same })
    expect(shop.buyer().held?.listVersion).toBe(same)
  })
})

test('another entry’s list is never the reception’s, wherever it stands in the document', () => {
  const card: Block = { kind: 'faq', questions: [{ id: 'card', enabled: true }], next: 'bye' }
  const flow = {
    ...BOTTLE_FLOW,
    entries: { reception: 'hello', orderCard: 'a-card-list' },
    blocks: { 'a-card-list': card, ...BOTTLE_FLOW.blocks },
  }
  expect(compileFlow(flow).list?.block).toBe('faq')
  expect(openShop(flow).enter()).toContain('faq_list: Tap one: [Shipping? | Price?]')
})

test('while a person waits the list still answers, hours later', () => {
  const shop = openShop(BOTTLE_FLOW)
  shop.enter()
  shop.askForPerson()
  shop.wait(5 * HOUR_MS)
  expect(shop.say('price')).toEqual(['buyer: price', 'faq_answer: 10 each.'])
})
