import { describe, expect, test } from 'vitest'
import { UNKNOWN_BUYER } from './buyer-record.ts'
import { PROFILES } from '../flow/profiles.ts'
import { BOTTLE_FLOW, bottlesSaying, bottlesWith } from '../testing/bottle-flow.ts'
import { openShop, type Shop } from '../testing/open-shop.ts'
import { DAY_MS, HOUR_MS } from '../time/duration.ts'

const SIZE_TIMERS_OFF = ['no timer 1', 'no timer 2']

/** A shop in which the buyer is being asked the nth question. */
function asked(nth: 1 | 2 | 3 | 4 | 5, flow = BOTTLE_FLOW): Shop {
  const shop = openShop(flow)
  shop.enter()
  for (const answer of ['small', '20', 'logo', 'red'].slice(0, nth - 1)) shop.say(answer)
  return shop
}

const open = (shop: Shop): number => shop.session()?.open?.seq ?? 0

describe('one by one (SQ-03)', () => {
  test('all five by tap, by form and by words, then the summary and a person (SQ-09)', () => {
    const shop = asked(1)
    expect(shop.tap(open(shop), 'large')).toEqual([
      'buyer: Large',
      '= size: Large',
      ...SIZE_TIMERS_OFF,
      'smart_question: How many? [number: pcs 1 10000]',
    ])
    expect(shop.answer(open(shop), 1200)).toContain('= quantity: 1200 pcs')
    expect(shop.answer(open(shop), ['box', 'logo'])).toContain('= extras: Gift box, Logo')
    expect(shop.answer(open(shop), 'Matte, please')).toContain('= remark: Matte, please')
    expect(shop.answer(open(shop), '2026-05-01')).toEqual([
      'buyer: 2026-05-01',
      '= needed-by: 2026-05-01',
      [
        'smart_closing: Key accounts noted:',
        '- Which size? Large',
        '- How many? 1200 pcs',
        '- Any extras? Gift box, Logo',
        '- Anything else? Matte, please',
        '- By when? 2026-05-01',
      ].join('\n'),
      '→ waiting (key)',
    ])
  })

  test('without an answer the next question never comes, whatever time passes', () => {
    const shop = asked(2)
    expect(shop.wait(30 * DAY_MS)).toEqual([])
    expect(shop.latest('smart_question')).toBe(open(shop))
  })

  test('a choice may lead elsewhere', () => {
    const shop = asked(1)
    expect(shop.tap(open(shop), 'other')).toContain('flow_message: We make any size.')
  })

  test('what is known is not asked again (SQ-07)', () => {
    const flow = bottlesWith({
      'ask-quantity': { kind: 'smart-question', variable: 'size', next: 'ask-extras' },
    })
    expect(asked(1, flow).say('small')).toContain('smart_question: Any extras? [choices: Logo | Gift box]')
  })

  test('a summary holds only what was answered, in the order it was asked', () => {
    const flow = bottlesWith({
      'ask-size': {
        kind: 'smart-question',
        variable: 'size',
        choices: [{ id: 'large', next: 'ask-date' }],
        next: 'ask-quantity',
      },
    })
    const shop = asked(1, flow)
    shop.say('large')
    expect(shop.say('2026-05-01')).toContain(
      'smart_closing: Sales noted:\n- Which size? Large\n- By when? 2026-05-01',
    )
  })

  test('without an answer the handoff says its line, and no summary', () => {
    const flow = bottlesWith({ picks: { kind: 'message', enabled: false, next: 'to-sales' } })
    expect(openShop(flow).enter()).toEqual([
      'welcome: Hello there, this is Harbor.',
      'transfer_notice: Sales noted:\nnothing',
      '→ waiting (sales)',
    ])
  })

  test('a question is filled like any text, in the form, the collected answer and the summary (WEL-07)', () => {
    const flow = bottlesSaying({ 'ask-date': 'By when, {{buyer.name|friend}}? {{answers}}' })
    const shop = asked(5, flow)
    const step = shop.say('soon')
    expect(shop.messages()[shop.latest('smart_question') - 1]?.content).toMatchObject({
      text: 'By when, friend?',
    })
    expect(step.at(-2)).toContain('- By when, friend? soon')
    const collected = shop
      .steps()
      .at(-1)
      ?.effects.find(({ type }) => type === 'collect')
    expect(collected).toMatchObject({
      question: 'By when, friend?',
      value: 'soon',
      seq: shop.messages().length - 1,
    })
  })
})

describe('free words as answers (SQ-04)', () => {
  test.for([
    [1, 'large', 'large', 'Large'],
    [1, '  LARGE! ', 'large', 'Large'],
    [1, 'the blue one', 'the blue one', 'the blue one'],
    [2, '1200', 1200, '1200 pcs'],
    [2, '1,200 pcs', 1200, '1200 pcs'],
    [2, '1 200', 1200, '1200 pcs'],
    [2, '1.200', 1200, '1200 pcs'],
    [2, '2.5', 2.5, '2.5 pcs'],
    [2, '2,5 PCS', 2.5, '2.5 pcs'],
    [2, '1,200.5', 1200.5, '1200.5 pcs'],
    [2, '１２００', 1200, '1200 pcs'],
    [2, '0', '0', '0'],
    [2, '0.500', '0.500', '0.500'],
    [2, '10001', '10001', '10001'],
    [2, 'about twenty', 'about twenty', 'about twenty'],
    [2, '1e3', '1e3', '1e3'],
    [3, 'logo', ['logo'], 'Logo'],
    [3, 'Gift box, logo', ['box', 'logo'], 'Gift box, Logo'],
    [3, 'logo，logo', ['logo'], 'Logo'],
    [3, 'logo and ribbons', 'logo and ribbons', 'logo and ribbons'],
    [4, ' red ', 'red', 'red'],
    [5, '2026-05-01', '2026-05-01', '2026-05-01'],
    [5, 'next week', 'next week', 'next week'],
  ] as const)('question %i, “%s” is kept as %j', ([nth, said, value, shown]) => {
    const shop = asked(nth)
    const told = shop.say(said)
    expect(told[0]).toBe(`buyer: ${said}`)
    expect(told).toContain(`= ${Object.keys(BOTTLE_FLOW.variables)[nth - 1]}: ${shown}`)
    expect(Object.values(shop.session()?.context.answers ?? {}).at(-1)).toEqual(value)
    expect(told).not.toContain('→ waiting (general)')
  })
})

describe('an answer that does not fit is refused and changes nothing (SQ-06)', () => {
  test.for([
    [1, 'huge'],
    [1, 3],
    [1, ['small']],
    [2, 0],
    [2, 10_001],
    [2, '20'],
    [2, Number.NaN],
    [2, Number.POSITIVE_INFINITY],
    [3, []],
    [3, ['logo', 'logo']],
    [3, ['logo', 'ribbon']],
    [3, 'logo'],
    [4, '  '],
    [4, 7],
    [5, '2026-02-30'],
    [5, 'soon'],
  ] as const)('question %i, %j', ([nth, value]) => {
    const shop = asked(nth)
    const before = shop.session()
    expect(shop.answer(open(shop), value)).toEqual(['✗ ANSWER_UNFIT'])
    expect(shop.session()).toEqual(before)
  })

  test.for([
    [1, 'other'],
    [2, 1],
    [2, 10_000],
    [3, ['logo', 'box']],
    [4, 'x'],
    [5, '2028-02-29'],
  ] as const)('question %i takes %j', ([nth, value]) => {
    const shop = asked(nth)
    expect(shop.answer(open(shop), value).some((line) => line.startsWith('= '))).toBe(true)
  })

  test('a tap is an answer of one option, also where several may be chosen', () => {
    const shop = asked(3)
    expect(shop.tap(open(shop), 'box')).toContain('= extras: Gift box')
    const other = asked(3)
    expect(other.tap(open(other), 'ribbon')).toEqual(['✗ ANSWER_UNFIT'])
  })

  test('a tap on a question that has no options is refused', () => {
    const shop = asked(2)
    expect(shop.tap(open(shop), 'small')).toEqual(['✗ NOT_HELD'])
  })

  test('an answer to a question that is no longer open is refused', () => {
    const shop = asked(2)
    const first = shop.messages().findIndex(({ kind }) => kind === 'smart_question') + 1
    expect(shop.tap(first, 'small')).toEqual(['✗ NOT_HELD'])
    expect(shop.answer(first, 'small')).toEqual(['✗ NOT_HELD'])
    expect(shop.answer(999, 'small')).toEqual(['✗ NOT_HELD'])
  })
})

describe('what is no answer', () => {
  test('a tap on the list is answered and leaves the question open (SQ-04)', () => {
    const shop = asked(2)
    const before = open(shop)
    expect(shop.tap(shop.latest('faq_list'), 'price')).toEqual(['buyer: Price?', 'faq_answer: 10 each.'])
    expect(shop.say('Shipping?')).toEqual(['buyer: Shipping?', 'faq_answer: In 3 days.'])
    expect(open(shop)).toBe(before)
    expect(shop.answer(open(shop), 20)).toContain('= quantity: 20 pcs')
  })

  test('a card of nothing the shop has leaves it open too', () => {
    const shop = asked(2)
    expect(shop.send('gone')).toEqual(['buyer: gone'])
    expect(shop.answer(open(shop), 20)).toContain('= quantity: 20 pcs')
  })
})

describe('a product card begins the questions (SQ-01, SQ-04, SQ-10)', () => {
  const SIZE = 'smart_question: Which size? [choice: Small | Large | Another]'
  const known = { ...UNKNOWN_BUYER, lastContactAt: Date.parse('2026-03-01T01:30:00Z') }

  test('for a buyer of yesterday too, who is not greeted', () => {
    const shop = openShop(BOTTLE_FLOW, { profile: PROFILES.alibaba, buyer: known })
    expect(shop.send('P1')).toEqual([
      'buyer:  [Trail]',
      SIZE,
      'timer reminder ask-size',
      'timer timeout ask-size',
    ])
  })

  test('once per product: the same card again leaves the question open', () => {
    const shop = openShop(BOTTLE_FLOW, { profile: PROFILES.alibaba, buyer: known })
    shop.send('P1')
    const question = open(shop)
    expect(shop.send('P1')).toEqual(['buyer:  [Trail]'])
    expect(open(shop)).toBe(question)
  })

  test('a card that was greeted has begun them already', () => {
    const shop = openShop(BOTTLE_FLOW)
    expect(shop.send('P1')).toContain(SIZE)
    expect(shop.send('P1')).toEqual(['buyer:  [Trail]'])
  })

  test('another product begins them again; what is known is not asked (SQ-07)', () => {
    const shop = asked(2)
    const before = open(shop)
    expect(shop.send('P2')).toEqual(['buyer:  [Camp]', 'smart_question: How many? [number: pcs 1 10000]'])
    expect(shop.answer(before, 20)).toEqual(['✗ NOT_HELD'])
    expect(shop.answer(open(shop), 20)).toContain('= quantity: 20 pcs')
    expect(shop.session()?.context.answers).toMatchObject({ size: 'small', quantity: 20 })
  })

  test('a new session may ask for the same product', () => {
    const shop = openShop(BOTTLE_FLOW, { profile: PROFILES.alibaba, buyer: known })
    shop.send('P1')
    shop.wait(2 * DAY_MS)
    expect(shop.send('P1')).toContain(SIZE)
  })

  test('not while a person is in charge', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.reply('Hi')
    expect(shop.send('P1')).toEqual(['buyer:  [Trail]', '(HUMAN_IN_CHARGE)'])
  })

  test('an order card does not, nor a card where the reception has no question', () => {
    const shop = openShop(BOTTLE_FLOW, { profile: PROFILES.alibaba, buyer: known })
    expect(shop.happen({ type: 'buyer.sent', card: 'order', ref: 'P1' })).toContain('(CONTACT_TOO_RECENT)')
    const flow = bottlesWith({ faq: { kind: 'faq', questions: [], next: 'to-sales' } })
    const quiet = openShop(flow, { profile: PROFILES.alibaba, buyer: known })
    expect(quiet.send('P1')).toContain('(CONTACT_TOO_RECENT)')
  })
})

describe('a person’s message ends the questions for good (SQ-08)', () => {
  test('the open question can no longer be answered, its timers are off, and it does not come back', () => {
    const shop = asked(1)
    const question = open(shop)
    expect(shop.reply('I help you')).toEqual(['human: I help you', ...SIZE_TIMERS_OFF, '→ human'])
    expect(shop.tap(question, 'small')).toEqual(['✗ NOT_HELD'])
    expect(shop.wait(2 * HOUR_MS)).toEqual([])
    expect(shop.handBack()).toEqual(['note: robot_returned', '→ robot'])
    expect(shop.tap(question, 'small')).toEqual(['✗ NOT_HELD'])
    expect(shop.say('small')).toContain('(NOT_FOUND_IN_LIST)')
  })
})
