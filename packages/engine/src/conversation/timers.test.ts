import { describe, expect, test } from 'vitest'
import { BOTTLE_FLOW, bottlesSaying, bottlesWith } from '../testing/bottle-flow.ts'
import { openShop, type Shop } from '../testing/open-shop.ts'
import { DAY_MS, HOUR_MS, SECOND_MS } from '../time/duration.ts'

const MINUTE_MS = 60 * SECOND_MS

function asked(flow = BOTTLE_FLOW): Shop {
  const shop = openShop(flow)
  shop.enter()
  return shop
}

describe('reminders and timeouts of a smart question', () => {
  test('both are armed with the question, each with a generation and its own instant', () => {
    const shop = asked()
    expect(shop.timers()).toEqual([
      expect.objectContaining({
        kind: 'reminder',
        block: 'ask-size',
        generation: 1,
        dueAt: shop.now() + 10 * MINUTE_MS,
      }),
      expect.objectContaining({
        kind: 'timeout',
        block: 'ask-size',
        generation: 2,
        dueAt: shop.now() + HOUR_MS,
      }),
    ])
  })

  test('a reminder comes once and leaves the question open', () => {
    const shop = asked()
    const question = shop.session()?.open
    expect(shop.wait(10 * MINUTE_MS - 1)).toEqual([])
    expect(shop.wait(1)).toEqual(['reminder: Still there?'])
    expect(shop.wait(40 * MINUTE_MS)).toEqual([])
    expect(shop.session()?.open).toEqual(question)
    expect(shop.tap(question?.seq ?? 0, 'small')).toContain('= size: Small')
  })

  test('without words of its own it repeats the question', () => {
    expect(asked(bottlesSaying({ 'ask-size.reminder': '' })).wait(10 * MINUTE_MS)).toEqual([
      'reminder: Which size?',
    ])
  })

  test('a timeout ends the question and leads on', () => {
    const shop = asked()
    const question = shop.session()?.open?.seq ?? 0
    expect(shop.wait(HOUR_MS)).toEqual(['reminder: Still there?', 'flow_message: Come back any time.'])
    expect(shop.session()?.open).toBe(null)
    expect(shop.tap(question, 'small')).toEqual(['✗ NOT_HELD'])
    expect(shop.timers()).toEqual([])
  })

  test('a timeout may lead to picks, to another question, or to a person', () => {
    const leading = (next: string) =>
      bottlesWith({
        'ask-size': {
          kind: 'smart-question',
          variable: 'size',
          timeout: { afterSeconds: 60, next },
          next: 'bye',
        },
      })
    expect(asked(leading('ask-quantity')).wait(MINUTE_MS)).toEqual([
      'smart_question: How many? [number: pcs 1 10000]',
    ])
    expect(asked(leading('to-sales')).wait(MINUTE_MS)).toEqual([
      'transfer_notice: Sales noted:\nnothing',
      '→ waiting (sales)',
    ])
    const picksAgain = {
      ...leading('more'),
      blocks: { ...leading('more').blocks, more: { kind: 'recommendation', next: 'bye' } as const },
    }
    expect(asked(picksAgain).wait(MINUTE_MS)[0]).toBe('recommendation:  [Trail | Camp | Slim]')
  })

  test.for([
    ['an answer', (shop: Shop) => shop.say('small')],
    ['a person', (shop: Shop) => shop.reply('Hi')],
    ['an assignment', (shop: Shop) => shop.take()],
    ['closing', (shop: Shop) => shop.close()],
  ] as const)('%s cancels both', ([, act]) => {
    const shop = asked()
    expect(act(shop).filter((line) => line.startsWith('no timer'))).toEqual(['no timer 1', 'no timer 2'])
    expect(shop.timers()).toEqual([])
    expect(shop.session()?.timers).toEqual({})
  })

  test.for([
    ['a tap on the list', (shop: Shop) => shop.tap(shop.latest('faq_list'), 'price')],
    ['a wish for a person', (shop: Shop) => shop.askForPerson()],
    ['opening the chat again', (shop: Shop) => shop.enter()],
  ] as const)('%s cancels neither', ([, act]) => {
    const shop = asked()
    act(shop)
    expect(shop.timers()).toHaveLength(2)
  })

  test('a new session cancels what the old one armed, and its timers are others', () => {
    const shop = asked(
      bottlesWith({
        'ask-size': {
          kind: 'smart-question',
          variable: 'size',
          timeout: { afterSeconds: 2_000_000, next: 'bye' },
          next: 'bye',
        },
      }),
    )
    shop.wait(DAY_MS)
    expect(shop.enter().filter((line) => line.includes('timer'))).toEqual([
      'no timer 1',
      'timer timeout ask-size',
    ])
    expect(shop.timers()).toEqual([expect.objectContaining({ generation: 2 })])
  })
})

describe('only the armed generation fires', () => {
  test('after an answer the old timers mean nothing', () => {
    const shop = asked()
    const armed = shop.timers()
    shop.say('small')
    const before = shop.session()
    for (const { id, generation } of armed) {
      expect(shop.happen({ type: 'timer.fired', id, generation })).toEqual(['✗ TIMER_NOT_ARMED'])
    }
    expect(shop.session()).toEqual(before)
  })

  test('a question asked a second time arms the same id with another generation, and only that one fires', () => {
    const again = bottlesWith({
      'ask-size': {
        kind: 'smart-question',
        variable: 'size',
        timeout: { afterSeconds: 60, next: 'ask-size' },
        next: 'bye',
      },
    })
    const shop = asked(again)
    const [first] = shop.timers()
    const told = shop.wait(MINUTE_MS)
    expect(told).toEqual([
      'smart_question: Which size? [choice: Small | Large | Another]',
      'timer timeout ask-size',
    ])
    const [second] = shop.timers()
    expect(second?.id).toBe(first?.id)
    expect(second?.generation).toBe((first?.generation ?? 0) + 1)
    expect(
      shop.happen({ type: 'timer.fired', id: first?.id ?? '', generation: first?.generation ?? 0 }),
    ).toEqual(['✗ TIMER_NOT_ARMED'])
  })

  test.for([
    ['another generation', 0, 7],
    ['generation nought', 0, 0],
  ] as const)('%s of an armed timer is refused', ([, index, generation]) => {
    const shop = asked()
    const id = shop.timers()[index]?.id ?? ''
    expect(shop.happen({ type: 'timer.fired', id, generation })).toEqual(['✗ TIMER_NOT_ARMED'])
  })

  test.for(['', 'constructor', 'session.closed', 'xstate.after.600000.reception.path.nowhere.open'])(
    'a timer called “%s” is refused, with a session and without',
    (id) => {
      expect(asked().happen({ type: 'timer.fired', id, generation: 1 })).toEqual(['✗ TIMER_NOT_ARMED'])
      const shop = openShop(BOTTLE_FLOW)
      expect(shop.happen({ type: 'timer.fired', id, generation: 1 })).toEqual(['✗ TIMER_NOT_ARMED'])
      expect(shop.session()).toBe(null)
    },
  )

  test('a fired timer does not fire twice', () => {
    const shop = asked()
    const [reminder] = shop.timers()
    shop.wait(10 * MINUTE_MS)
    expect(shop.happen({ type: 'timer.fired', id: reminder?.id ?? '', generation: 1 })).toEqual([
      '✗ TIMER_NOT_ARMED',
    ])
  })
})
