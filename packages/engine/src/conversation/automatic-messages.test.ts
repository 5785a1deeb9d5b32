import { describe, expect, test } from 'vitest'
import { customProfile, PROFILES } from '../flow/profiles.ts'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { openShop } from '../testing/open-shop.ts'
import { HOUR_MS } from '../time/duration.ts'

const allows = (automaticPerHour: number) => ({
  profile: customProfile(PROFILES.marketplace, { automaticPerHour }),
})

describe('the robot does not talk for ever (WEL-16)', () => {
  test('two robots that answer each other stop, and a person is asked for', () => {
    const shop = openShop(BOTTLE_FLOW, allows(20))
    shop.enter()
    const told = Array.from({ length: 40 }, () => shop.say('Price?')).flat()
    expect(told.filter((line) => line.startsWith('faq_answer'))).toHaveLength(16)
    expect(told.filter((line) => line.startsWith('→ waiting'))).toHaveLength(1)
    expect(shop.say('Price?')).toEqual(['buyer: Price?', '(TOO_MANY_AUTOMATIC)'])
  })

  test('an hour after its first word the robot may speak again', () => {
    const shop = openShop(BOTTLE_FLOW, allows(5))
    shop.enter()
    shop.say('Price?')
    expect(shop.say('Price?')).toContain('(TOO_MANY_AUTOMATIC)')
    shop.wait(HOUR_MS)
    expect(shop.say('Price?')).toContain('faq_answer: 10 each.')
  })

  test('a reception that would not fit is not begun by half; opening the chat asks for nobody', () => {
    const shop = openShop(BOTTLE_FLOW, allows(3))
    expect(shop.enter()).toEqual(['(TOO_MANY_AUTOMATIC)'])
    expect(shop.buyer().receivedAt).toBe(null)
    expect(shop.say('Hi')).toEqual([
      'buyer: Hi',
      'note: waiting_for_person',
      '→ waiting (general)',
      '(TOO_MANY_AUTOMATIC)',
    ])
  })

  test('a reminder that would be too many is not sent', () => {
    const shop = openShop(BOTTLE_FLOW, allows(4))
    shop.enter()
    expect(shop.wait(HOUR_MS - 1)).toContain('(TOO_MANY_AUTOMATIC)')
  })

  test('a person may write as much as they like', () => {
    const shop = openShop(BOTTLE_FLOW, allows(1))
    for (let nth = 0; nth < 30; nth += 1) expect(shop.reply('Hi')[0]).toBe('human: Hi')
  })
})
