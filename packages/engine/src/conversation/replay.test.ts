import { describe, expect, test } from 'vitest'
import { customProfile, PROFILES } from '../flow/profiles.ts'
import { BOTTLE_FLOW, bottlesSaying } from '../testing/bottle-flow.ts'
import { openShop } from '../testing/open-shop.ts'
import { DAY_MS } from '../time/duration.ts'
import type { Effect } from './effect.ts'
import { decodeFacts, encodeFacts } from './facts-json.ts'
import { replay } from './replay.ts'

const through = <T>(value: T): T => JSON.parse(JSON.stringify(value))

/** Two versions, two days, a person, a timer, and events that were refused in between. */
function livelyDay() {
  const shop = openShop(BOTTLE_FLOW)
  shop.enter()
  shop.tap(999, 'price')
  shop.publish(bottlesSaying({ 'faq.price.answer': 'Now 12 each.', 'ask-size.reminder': 'New reminder?' }))
  shop.tap(shop.latest('faq_list'), 'price')
  shop.wait(3_600_000)
  shop.reply('Hi')
  shop.handBack()
  shop.wait(DAY_MS)
  shop.enter()
  shop.say('large')
  return shop
}

describe('replaying a journal', () => {
  test('gives the steps that were taken, each on its version', () => {
    const shop = livelyDay()
    expect(through(replay(shop.programOf, through(shop.journal())))).toEqual(through(shop.steps()))
  })

  test('an event that was refused leaves the pinned version alone, even if it stands in the journal', () => {
    const shop = livelyDay()
    const [first, ...rest] = shop.journal()
    if (!first) throw new Error('The journal begins with a step.')
    const refused = {
      ...first,
      event: { type: 'buyer.tapped', message: 999, option: 'x', at: first.event.at + 2 * DAY_MS },
    } as const
    const again = replay(shop.programOf, [
      first,
      { ...refused, facts: { ...refused.facts, liveVersion: 2 } },
      ...rest,
    ])
    expect(again[1]?.rejected).toEqual({ code: 'NOT_HELD' })
    expect(through(again.filter((_, index) => index !== 1))).toEqual(through(shop.steps()))
  })

  test('an empty journal has no steps', () => {
    expect(replay(() => openShop(BOTTLE_FLOW).programOf(1), [])).toEqual([])
  })
})

describe('facts in the journal', () => {
  const shop = livelyDay()
  const entry = shop.journal().at(-1)
  const listOf = (version: number) => shop.programOf(version).list

  test('are small: lists by version, a built-in rule book by its name', () => {
    expect(entry?.facts).toMatchObject({
      listVersion: 2,
      heldVersion: null,
      profile: { builtIn: 'marketplace' },
    })
    expect(JSON.stringify(entry?.facts).length).toBeLessThan(1_000)
  })

  test('come back as they were, a rule book of the store’s own included', () => {
    const profile = customProfile(PROFILES.alibaba, { idleDays: 7 })
    const facts = { ...decodeFacts(entry?.facts ?? never(), listOf), profile, heldList: listOf(1) }
    expect(decodeFacts(through(encodeFacts(facts)), listOf)).toEqual(facts)
  })

  test('product cards are kept where the step recommended them, else their number', () => {
    const card = { ref: 'kettle', title: 'Kettle' }
    const facts = { ...decodeFacts(entry?.facts ?? never(), listOf), products: [card, card] }
    const recommendation: Effect = {
      type: 'message',
      author: 'robot',
      kind: 'recommendation',
      content: { kind: 'products', items: [card] },
    }
    expect(decodeFacts(through(encodeFacts(facts, { effects: [recommendation] })), listOf)).toEqual(facts)
    const unshown = encodeFacts(facts, { effects: [] })
    expect(unshown).toMatchObject({ productCount: 2 })
    expect(JSON.stringify(unshown)).not.toContain('kettle')
    expect(decodeFacts(through(unshown), listOf).products).toHaveLength(2)
    expect(encodeFacts({ ...facts, products: [] }, { effects: [] })).toMatchObject({ productCount: 0 })
  })

  test('without a list there is none', () => {
    const facts = { ...decodeFacts(entry?.facts ?? never(), listOf), list: null }
    expect(decodeFacts(encodeFacts(facts), listOf).list).toBe(null)
  })

  test('a rule book that never was is an accident, said plainly', () => {
    const facts = { ...(entry?.facts ?? never()), profile: { builtIn: 'amazon' } }
    expect(() => decodeFacts(facts, listOf)).toThrow('The journal names a profile that is not built in')
  })
})

function never(): never {
  throw new Error('The journal has entries.')
}
