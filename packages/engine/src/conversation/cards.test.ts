import { describe, expect, test } from 'vitest'
import { PROFILES } from '../flow/profiles.ts'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { CARD_SETTINGS, MENU } from '../testing/message-settings.ts'
import { openShop, type ShopSettings } from '../testing/open-shop.ts'
import { DAY_MS, HOUR_MS } from '../time/duration.ts'
import type { CardSettings } from './card-facts.ts'

const { productReplies, cardList } = CARD_SETTINGS
const open = (settings: Partial<ShopSettings> = {}) =>
  openShop(BOTTLE_FLOW, { cards: CARD_SETTINGS, menu: MENU, ...settings })
const kinds = (lines: readonly string[]) => lines.map((line) => line.split(':')[0])
const OFF = { robotOff: () => ({ by: 'mode', until: null }) as const }

describe('product-card replies (CRD-04, CRD-12)', () => {
  test('the reply comes first, then the list for cards, then what the flow has to say', () => {
    const shop = open()
    expect(kinds(shop.send('P1')).slice(0, 4)).toEqual([
      'buyer',
      'product_card_reply',
      'order_card_list',
      'welcome',
    ])
  })

  test('each time the product is sent, and nobody has to answer it', () => {
    const shop = open({ cards: { productReplies, cardList: { lead: '', questions: [] } } })
    shop.enter()
    shop.send('P1')
    expect(shop.send('P1')).toEqual(['buyer:  [Trail]', 'product_card_reply: Trail is back in May.'])
    expect(shop.session()?.handling).toBe('robot')
  })

  test('while the reception is off, and while a buyer waits (SCH-01)', () => {
    const shop = open(OFF)
    shop.askForPerson()
    expect(shop.session()?.handling).toBe('waiting')
    expect(kinds(shop.send('P1'))).toEqual(['buyer', 'product_card_reply', 'order_card_list'])
    expect(shop.session()?.handling).toBe('waiting')
  })

  test('not while a person speaks', () => {
    const shop = open()
    shop.take()
    expect(shop.send('P1')).toEqual(['buyer:  [Trail]', '(HUMAN_IN_CHARGE)'])
  })

  test('not for an order of the same number, nor once switched off', () => {
    expect(kinds(open(OFF).sendOrder('P1'))).toEqual(['buyer', 'order_card_list'])
    const off = open({ ...OFF, cards: { cardList, productReplies: { ...productReplies, on: false } } })
    expect(kinds(off.send('P1'))).toEqual(['buyer', 'order_card_list'])
  })

  test('with a picture or an address it wears the product’s card (CRD-13)', () => {
    const [rule] = productReplies.rules
    const rules = [{ ...rule!, image: 'https://shop.example/may.png' }]
    const shop = open({ ...OFF, cards: { cardList, productReplies: { on: true, rules } } })
    shop.send('P1')
    expect(shop.messages()[1]).toMatchObject({
      kind: 'product_card_reply',
      source: 'trail',
      replyTo: 1,
      content: {
        kind: 'products',
        text: 'Trail is back in May.',
        items: [{ ref: 'P1', title: 'Trail', image: 'https://shop.example/may.png' }],
      },
    })
  })

  test.for([
    [
      'what is known is filled in',
      'Hi {{buyer.name|you}}, {{product.name}} of {{store.name}}.',
      'Hi you, Trail of Harbor.',
    ],
    ['what is not known leaves nothing behind', 'Back in May {{answer.size}} {{oops', 'Back in May {oops'],
  ] as const)('no variable reaches the buyer: %s (WEL-07)', ([, text, read]) => {
    const [rule] = productReplies.rules
    const shop = open({
      ...OFF,
      cards: { cardList, productReplies: { on: true, rules: [{ ...rule!, text }] } },
    })
    expect(shop.send('P1')[1]).toBe(`product_card_reply: ${read}`)
  })

  test('a reply of nothing but what is not known is none, and the list comes all the same', () => {
    const [rule] = productReplies.rules
    const rules = [{ ...rule!, text: '{{buyer.name}}' }]
    const shop = open({ ...OFF, cards: { cardList, productReplies: { on: true, rules } } })
    expect(kinds(shop.send('P1'))).toEqual(['buyer', 'order_card_list'])
  })

  test('it counts among what the robot says in an hour (WEL-16)', () => {
    const profile = {
      ...PROFILES.marketplace,
      reception: { ...PROFILES.marketplace.reception, automaticPerHour: 2 },
    }
    const shop = open({ ...OFF, profile })
    shop.send('P1')
    expect(shop.send('P1')).toContain('(TOO_MANY_AUTOMATIC)')
  })
})

describe('the list for cards (CRD-01, CRD-03)', () => {
  test('comes once per order and session, again with another one and in the next session', () => {
    const shop = open(OFF)
    expect(kinds(shop.sendOrder('A1'))).toEqual(['buyer', 'order_card_list'])
    expect(shop.sendOrder('A1')).toContain('(ROBOT_OFF)')
    expect(kinds(shop.sendOrder('A2'))).toContain('order_card_list')
    shop.wait(DAY_MS + HOUR_MS)
    expect(kinds(shop.sendOrder('A1'))).toContain('order_card_list')
  })

  test('a tap gives the answer, also while a person speaks', () => {
    const shop = open()
    shop.send('P1')
    const list = shop.latest('order_card_list')
    expect(shop.tap(list, 'when')).toEqual(['buyer: When sent?', 'order_card_answer: Within two days.'])
    shop.take()
    expect(kinds(shop.tap(list, 'when'))).toEqual(['buyer', 'order_card_answer'])
  })

  test('its line and its answers are filled in like any text, and an answer of nothing says nothing (WEL-07)', () => {
    const [when] = cardList.questions
    const shop = open({
      ...OFF,
      cards: {
        productReplies,
        cardList: {
          lead: 'Ask {{store.name}} about {{product.name|it}}:',
          questions: [
            { ...when!, answer: 'By {{store.name}}, {{buyer.name|dear buyer}}.' },
            { id: 'who', on: true, question: 'For whom?', answer: '{{buyer.name}}' },
          ],
        },
      },
    })
    expect(shop.sendOrder('A1')[1]).toMatch(/^order_card_list: Ask Harbor about it:/)
    const list = shop.latest('order_card_list')
    expect(shop.tap(list, 'when')[1]).toBe('order_card_answer: By Harbor, dear buyer.')
    expect(shop.tap(list, 'who')).toEqual(['buyer: For whom?'])
  })

  test('its questions are filled in, and a tap repeats the words that were offered (WEL-07)', () => {
    const [when] = cardList.questions
    const questions = [
      { ...when!, question: 'Does {{store.name}} send {{product.name|it}}, {{buyer.name|you}}?' },
      { ...when!, id: 'odd', question: '{{oops}}' },
    ]
    const shop = open({ ...OFF, cards: { productReplies, cardList: { lead: '', questions } } })
    shop.send('P1')
    const offered = 'Does Harbor send it, you?'
    expect(shop.messages().at(-1)?.content).toMatchObject({
      options: [
        { id: 'when', label: offered },
        { id: 'odd', label: 'odd' },
      ],
    })
    expect(shop.tap(shop.latest('order_card_list'), 'when')[0]).toBe(`buyer: ${offered}`)
  })

  test.for([
    ['a question that is off', 'switched-off', 0],
    ['a question that is none', 'nothing', 0],
    ['a list that a newer one replaced', 'when', -1],
  ] as const)('%s is not held (FAQ-16)', ([, option, older]) => {
    const shop = open(OFF)
    shop.sendOrder('A1')
    const first = shop.latest('order_card_list')
    shop.sendOrder('A2')
    const list = older === 0 ? shop.latest('order_card_list') : first
    expect(shop.tap(list, option)).toEqual(['✗ NOT_HELD'])
  })
})

describe('the self-service menu (MNU-01, MNU-02)', () => {
  test('gives its information at any time, and nobody has to answer', () => {
    const shop = open(OFF)
    const told = ['buyer: My orders', 'self_menu_reply: Nothing was ordered in this chat.']
    expect(shop.choose('orders')).toEqual(told)
    shop.take()
    expect(shop.choose('orders')).toEqual(told)
  })

  test('a category is chosen from the newest choice', () => {
    const shop = open(OFF)
    shop.choose('categories')
    const list = shop.latest('self_menu_reply')
    expect(kinds(shop.tap(list, 'c-tea'))).toEqual(['buyer', 'self_menu_reply', 'self_menu_reply'])
    shop.choose('categories')
    expect(shop.tap(list, 'c-tea')).toEqual(['✗ NOT_HELD'])
  })

  test('an entry may ask for a person; one that is not offered is refused', () => {
    const shop = open(OFF)
    expect(shop.choose('help')).toContain('→ waiting (general)')
    expect(shop.choose('gone')).toEqual(['✗ NOT_OFFERED'])
  })

  test('taps on it do not count for the hour (WEL-16)', () => {
    const shop = open(OFF)
    for (let nth = 0; nth < 40; nth += 1) expect(shop.choose('orders')).toHaveLength(2)
  })
})

describe('what is written in two languages, by the language the buyer reads', () => {
  const [rule] = productReplies.rules
  const cards: CardSettings = {
    productReplies: {
      on: true,
      rules: [{ ...rule!, text: { en: 'Trail is back in May.', 'zh-CN': 'Trail 五月到货。' } }],
    },
    cardList: {
      lead: { en: 'About this one:' },
      questions: [
        {
          ...{ id: 'when', on: true },
          question: { en: 'When sent?', 'zh-CN': '几天发货？' },
          answer: { en: 'Within two days.', 'zh-CN': '两天内。' },
        },
      ],
    },
  }

  test.for<readonly [string, readonly string[]]>([
    ['en', ['Trail is back in May.', 'About this one: [When sent?]', 'Within two days.']],
    ['zh-CN', ['Trail 五月到货。', 'About this one: [几天发货？]', '两天内。']],
    ['fr', ['Trail is back in May.', 'About this one: [When sent?]', 'Within two days.']],
  ])('%s', ([reads, said]) => {
    const shop = open({ ...OFF, cards, locales: [reads] })
    const brought = shop.send('P1').slice(1)
    const answered = shop.tap(shop.latest('order_card_list'), 'when')
    expect([...brought, ...answered.slice(-1)].map((line) => line.slice(line.indexOf(': ') + 2))).toEqual(
      said,
    )
    expect(JSON.stringify(shop.journal())).not.toContain(reads === 'zh-CN' ? 'Within two' : '两天内')
  })
})
