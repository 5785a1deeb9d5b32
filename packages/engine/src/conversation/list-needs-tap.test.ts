import { describe, expect, test } from 'vitest'
import { customProfile, PROFILES } from '../flow/profiles.ts'
import { BOTTLE_FLOW, bottlesSaying } from '../testing/bottle-flow.ts'
import { openShop } from '../testing/open-shop.ts'
import { DAY_MS } from '../time/duration.ts'

const { marketplace } = PROFILES
const profile = customProfile(marketplace, { faq: { ...marketplace.reception.faq, refreshNeedsTap: true } })
const OLD = 'faq_list: Tap one: [Shipping? | Price?]'
const NEW = 'faq_list: Tap one: [Shipping? | How much?]'

describe('a changed list waits for a tap on the old one (PUB-06)', () => {
  test('untapped for days; tapped, and the new one comes on the next day', () => {
    const shop = openShop(BOTTLE_FLOW, { profile })
    expect(shop.enter()).toContain(OLD)
    shop.publish(bottlesSaying({ 'faq.price.question': 'How much?' }))
    for (let day = 1; day < 3; day += 1) {
      shop.wait(DAY_MS)
      expect(shop.enter()).toEqual(['(LIST_NEEDS_TAP)'])
    }
    expect(shop.tap(shop.latest('faq_list'), 'price')).toContain('faq_answer: 10 each.')
    expect(shop.enter()).toEqual(['(LIST_NEEDS_TAP)'])
    shop.wait(DAY_MS)
    expect(shop.enter()).toContain(NEW)
  })

  test('an unchanged list comes every day, tapped or not (PUB-07)', () => {
    const shop = openShop(BOTTLE_FLOW, { profile })
    shop.enter()
    shop.wait(DAY_MS)
    expect(shop.enter()).toContain(OLD)
  })

  test('a change of an answer alone is no change of the list (PUB-04)', () => {
    const shop = openShop(BOTTLE_FLOW, { profile })
    shop.enter()
    shop.publish(bottlesSaying({ 'faq.price.answer': '9 each.' }))
    shop.wait(DAY_MS)
    expect(shop.enter()).toContain(OLD)
  })

  test('where the rule book does not want it, the new list comes on the next day (PUB-02)', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    shop.publish(bottlesSaying({ 'faq.price.question': 'How much?' }))
    shop.wait(DAY_MS)
    expect(shop.enter()).toContain(NEW)
  })
})
