import { describe, expect, test } from 'vitest'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { openShop, type Shop } from '../testing/open-shop.ts'

/** A shop that answered the buyer and in which the robot has the conversation again. */
function answered(): Shop {
  const shop = openShop(BOTTLE_FLOW)
  shop.say('Where is my order?')
  shop.reply('It ships today.')
  shop.handBack()
  return shop
}

describe('thanks need no answer (STS-07, STS-09)', () => {
  test('the robot is silent and nobody is waited for', () => {
    const shop = answered()
    expect(shop.say('好的谢谢')).toEqual(['buyer: 好的谢谢', '(CLOSING_PHRASE)'])
    expect(shop.say('👍')).toEqual(['buyer: 👍', '(CLOSING_PHRASE)'])
    expect(shop.session()?.handling).toBe('robot')
  })

  test('words that ask for more do', () => {
    expect(answered().say('好的,那什么时候发货?')).toContain('→ waiting (general)')
  })

  test('who still waits for an answer did not close anything', () => {
    const shop = answered()
    shop.say('And the other one?')
    expect(shop.say('ok')).toEqual(['buyer: ok', '(NOT_FOUND_IN_LIST)'])
  })

  test('an open question takes any words for its answer (SQ-04)', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    expect(shop.say('ok')).toContain('= size: ok')
  })

  test('the next day too, where no reception is due', () => {
    const shop = answered()
    shop.enter()
    shop.reply('Anything else?')
    shop.handBack()
    expect(shop.say('thanks')).toContain('(CLOSING_PHRASE)')
  })
})
