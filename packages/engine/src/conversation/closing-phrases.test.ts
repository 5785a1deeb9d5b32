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

  test('the next day too, where no reception is due', () => {
    const shop = answered()
    shop.enter()
    shop.reply('Anything else?')
    shop.handBack()
    expect(shop.say('thanks')).toContain('(CLOSING_PHRASE)')
  })
})

/** What a buyer answered when the sample asks for a remark in words. */
const BEFORE_REMARK = ['small', '20', 'logo'] as const

function asked(answers: readonly string[]) {
  const shop = openShop(BOTTLE_FLOW)
  shop.enter()
  for (const answer of answers) shop.say(answer)
  return shop
}

// SQ-04 asks for any next message, and “ok” or “好的” often is the answer. What a buyer wrote is kept rather than taken for politeness.
describe('thanks, while a question is open, are its answer and no goodbye (SQ-04, STS-07)', () => {
  test.for(['谢谢', '好的谢谢', 'ok', 'Thank you!', '👍'])('%s', (words) => {
    expect(asked(BEFORE_REMARK).say(words)).toEqual([
      `buyer: ${words}`,
      `= remark: ${words}`,
      'smart_question: By when? [date: ]',
    ])
    const shop = asked([])
    expect(shop.say(words)).toContain(`= size: ${words}`)
    expect(shop.session()?.handling).toBe('robot')
  })

  test('and a goodbye where none is', () => {
    const shop = asked([...BEFORE_REMARK, 'red'])
    expect(shop.say('谢谢')).toContain('= needed-by: 谢谢')
    expect(shop.say('谢谢')).toEqual(['buyer: 谢谢', '(CLOSING_PHRASE)'])
  })
})
