import { describe, expect, test } from 'vitest'
import { PROFILES } from '../flow/profiles.ts'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { openShop } from '../testing/open-shop.ts'
import { DAY_MS, MINUTE_MS } from '../time/duration.ts'
import type { RobotOff } from '../rules/keep-the-hours.ts'

const OFF: RobotOff = { by: 'hours', until: Date.parse('2026-03-02T10:00:00Z') }
const WAITS = ['note: waiting_for_person', '→ waiting (general)', '(ROBOT_OFF)']
const kinds = (told: readonly string[]) => told.map((line) => line.split(':')[0])

describe('while the robot is off (SCH-01)', () => {
  test('opening the chat says nothing, and says why with the instant it is on again', () => {
    const shop = openShop(BOTTLE_FLOW, { robotOff: () => OFF })
    expect(shop.enter()).toEqual(['(ROBOT_OFF)'])
    expect(shop.steps().at(-1)?.refusals).toEqual([
      { code: 'ROBOT_OFF', because: { by: 'hours', until: OFF.until } },
    ])
  })

  test('a message waits for a person, even where it equals a question', () => {
    const shop = openShop(BOTTLE_FLOW, { robotOff: () => OFF })
    expect(shop.say('Shipping?')).toEqual(['buyer: Shipping?', ...WAITS])
  })

  test('a tap on a list of an earlier day waits for a person', () => {
    const robot: { off?: RobotOff } = {}
    const shop = openShop(BOTTLE_FLOW, { robotOff: () => robot.off })
    shop.enter()
    shop.wait(3 * DAY_MS)
    robot.off = OFF
    expect(shop.tap(shop.latest('faq_list'), 'ship')).toEqual(['buyer: Shipping?', ...WAITS])
  })

  test('a person in charge is the reason before the hours are', () => {
    const shop = openShop(BOTTLE_FLOW, { robotOff: () => OFF })
    shop.say('Hi')
    shop.reply('Hello')
    expect(shop.say('And?').at(-1)).toBe('(HUMAN_IN_CHARGE)')
  })
})

test('what has begun goes on when the hours end; nothing new begins (SCH-10)', () => {
  const robot: { off?: RobotOff } = {}
  const shop = openShop(BOTTLE_FLOW, { robotOff: () => robot.off })
  shop.enter()
  robot.off = OFF
  expect(kinds(shop.tap(shop.latest('faq_list'), 'ship'))).toEqual(['buyer', 'faq_answer'])
  const question = shop.latest('smart_question')
  const answered = shop.answer(question, 'small')
  expect(answered[0]).toBe('buyer: Small')
  expect(answered.length).toBeGreaterThan(1)
  shop.wait(3 * DAY_MS)
  expect(shop.enter()).toEqual(['(ROBOT_OFF)'])
})

describe('after a person’s words (SCH-11)', () => {
  const closedAfterReply = () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.say('Hi')
    shop.wait(3 * DAY_MS)
    shop.reply('Hello')
    shop.close()
    return shop
  }

  test('no reception begins within five minutes', () => {
    const shop = closedAfterReply()
    shop.wait(5 * MINUTE_MS - 1)
    expect(shop.enter()).toEqual(['→ robot', '(PERSON_WROTE_LATELY)'])
  })

  test('from then on one does', () => {
    const shop = closedAfterReply()
    shop.wait(5 * MINUTE_MS)
    expect(kinds(shop.enter()).slice(0, 3)).toEqual(['welcome', 'recommendation', 'faq_list'])
  })
})

describe('parts that are switched off (SCH-12)', () => {
  const ALL = ['welcome', 'recommendation', 'faq_list', 'smart_question'] as const
  const SAID = { welcome: 0, recommendation: 1, faq_list: 2, smart_questions: 3 } as const

  test.for(Object.entries(SAID))('without %s the others keep their order', ([part, index]) => {
    const without = PROFILES.marketplace.reception.order.filter((one) => one === part)
    const shop = openShop(BOTTLE_FLOW, { without })
    const said = kinds(shop.enter()).filter((kind) => ALL.some((one) => one === kind))
    expect(said).toEqual(ALL.filter((_, at) => at !== index))
    expect(shop.steps().at(-1)?.refusals).toEqual([{ code: 'PART_OFF', because: { part } }])
  })
})
