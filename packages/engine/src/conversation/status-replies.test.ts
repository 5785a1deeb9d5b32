import { describe, expect, test } from 'vitest'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { openShop, type ShopSettings } from '../testing/open-shop.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../time/duration.ts'
import { customProfile, PROFILES } from '../flow/profiles.ts'
import type { StatusFacts } from './facts.ts'
import { statusTexts, type WrittenReplies } from './status-texts.ts'

const REPLIES: StatusFacts['replies'] = {
  status_first: { text: 'Li here, reading it now.' },
  status_busy: { text: 'Busy until noon.' },
  status_closing: { text: 'Any time!' },
  away: { text: 'Back on {{store.opens|another day}}.' },
}
const OPENS = { at: Date.parse('2026-03-03T01:00:00Z'), timeZone: 'Europe/Berlin', theirs: true }

/** A shop whose people are as `state` says, which may change on the way. */
function shopWith(state: Partial<StatusFacts>, settings: Partial<ShopSettings> = {}) {
  return openShop(BOTTLE_FLOW, {
    status: (_at, agent) => ({ replies: REPLIES, ...(agent === undefined ? {} : { agent }), ...state }),
    ...settings,
  })
}

/** Somebody has taken the conversation and not written yet. */
function taken(state: Partial<StatusFacts> = {}, settings: Partial<ShopSettings> = {}) {
  const shop = shopWith(state, settings)
  shop.say('Where is my order?')
  shop.take()
  return shop
}

describe('the first message that reaches a person (STS-01, STS-05)', () => {
  test('is answered once', () => {
    const shop = taken()
    expect(shop.say('Hello?')).toEqual(['buyer: Hello?', 'status_first: Li here, reading it now.'])
    expect(shop.say('Are you there?')).toEqual(['buyer: Are you there?', '(HUMAN_IN_CHARGE)'])
  })

  test('not where a person has written already', () => {
    const shop = taken()
    shop.reply('One moment.')
    expect(shop.say('And?')).toEqual(['buyer: And?', '(HUMAN_IN_CHARGE)'])
  })

  test('in a session of the next day again, in one of the same day not', () => {
    const shop = taken()
    shop.say('Hello?')
    shop.close()
    shop.say('One more')
    shop.take()
    expect(shop.say('Hello?')).toContain('(STATUS_SENT_LATELY)')
    shop.wait(DAY_MS + HOUR_MS)
    shop.say('Good morning')
    shop.take()
    expect(shop.say('Hello?')).toContain('status_first: Li here, reading it now.')
  })
})

describe('somebody busy (STS-02, STS-06)', () => {
  test('says so, and again after ten minutes', () => {
    const shop = taken({ busy: true })
    expect(shop.say('Hello?')).toContain('status_busy: Busy until noon.')
    shop.wait(10 * MINUTE_MS - 1)
    expect(shop.say('Hello?')).toEqual(['buyer: Hello?', '(HUMAN_IN_CHARGE)', '(STATUS_SENT_LATELY)'])
    shop.wait(1)
    expect(shop.say('Hello?')).toContain('status_busy: Busy until noon.')
  })

  test('changes nothing of who speaks, and opens no wait', () => {
    const shop = taken({ busy: true })
    expect(shop.say('Hello?').some((line) => line.startsWith('→'))).toBe(false)
    expect(shop.session()?.handling).toBe('human')
  })
})

describe('thanks (STS-03, STS-07, STS-09)', () => {
  test('“好的谢谢” gets the closing reply, once in a session, and needs no answer', () => {
    const shop = taken()
    shop.reply('It ships today.')
    expect(shop.say('好的谢谢')).toEqual(['buyer: 好的谢谢', 'status_closing: Any time!'])
    expect(shop.messages().at(-2)?.closes).toBe(true)
    expect(shop.say('👍')).toEqual(['buyer: 👍', '(HUMAN_IN_CHARGE)', '(STATUS_SENT_LATELY)'])
  })

  test('somebody busy does not say so to them', () => {
    const shop = taken({ busy: true })
    shop.reply('It ships today.')
    expect(shop.say('thanks')).toContain('status_closing: Any time!')
  })

  test('words that ask for more are no thanks', () => {
    const shop = taken()
    shop.reply('It ships today.')
    expect(shop.say('好的,那什么时候发货?')).toEqual(['buyer: 好的,那什么时候发货?', '(HUMAN_IN_CHARGE)'])
    expect(shop.messages().at(-1)?.closes).toBe(undefined)
  })

  test('before anybody answered they are no thanks', () => {
    const shop = taken({ replies: { status_closing: { text: 'Any time!' } } })
    shop.say('Hello?')
    expect(shop.say('ok')).toEqual(['buyer: ok', '(HUMAN_IN_CHARGE)'])
  })
})

describe('nobody is there (STS-10)', () => {
  test('a buyer who is left to people learns when there are some, on their own clock', () => {
    const shop = shopWith({ nobody: true, opens: OPENS })
    shop.enter()
    expect(shop.askForPerson()).toEqual([
      'buyer: Talk to a person',
      'note: waiting_for_person',
      '→ waiting (general)',
      'away: Back on Tuesday 2026-03-03, 02:00.',
    ])
    expect(shop.askForPerson()).toContain('(STATUS_SENT_LATELY)')
  })

  test('on the shop’s clock where theirs is not known, and without an hour where none is known', () => {
    const theirs = { ...OPENS, timeZone: 'Asia/Shanghai', theirs: false }
    const inShop = shopWith({ nobody: true, opens: theirs })
    expect(inShop.askForPerson()).toContain('away: Back on Tuesday 2026-03-03, 09:00 (Asia/Shanghai).')
    expect(shopWith({ nobody: true }).askForPerson()).toContain('away: Back on another day.')
  })

  test('the robot’s own answer needs none', () => {
    const shop = shopWith({ nobody: true })
    shop.enter()
    expect(shop.say('Price?').some((line) => line.startsWith('away'))).toBe(false)
  })
})

describe('a reply that waits (STS-11)', () => {
  const LATER: StatusFacts['replies'] = {
    status_first: { text: 'Li here.', delayMs: 30 * SECOND_MS },
    status_busy: { text: 'Busy.', delayMs: 20 * SECOND_MS },
    status_closing: { text: 'Any time!' },
  }

  test('comes when its time has come', () => {
    const shop = taken({ replies: LATER })
    expect(shop.say('Hello?')).toEqual(['buyer: Hello?', 'timer other ', '(HUMAN_IN_CHARGE)'])
    expect(shop.say('Hello?')).toEqual(['buyer: Hello?', '(HUMAN_IN_CHARGE)'])
    expect(shop.wait(30 * SECOND_MS - 1)).toEqual([])
    expect(shop.wait(1)).toEqual(['status_first: Li here.'])
    expect(shop.timers()).toEqual([])
  })

  test.for([
    ['a person answers', (shop: ReturnType<typeof taken>) => shop.reply('Hi')],
    ['a person types', (shop: ReturnType<typeof taken>) => shop.type()],
    ['it is given back to the robot', (shop: ReturnType<typeof taken>) => shop.handBack()],
    ['it is closed', (shop: ReturnType<typeof taken>) => shop.close()],
  ] as const)('not when %s first', ([, act]) => {
    const shop = taken({ replies: LATER })
    shop.say('Hello?')
    expect(act(shop).some((line) => line.startsWith('no timer'))).toBe(true)
    expect(shop.wait(HOUR_MS)).toEqual([])
  })

  test('typing means nothing where none waits', () => {
    expect(taken().type()).toEqual(['✗ NOTHING_TO_DO'])
  })

  test('one that matters more takes its place', () => {
    const state: { busy?: true } = {}
    const shop = openShop(BOTTLE_FLOW, {
      status: (_at, agent) => ({ replies: LATER, ...(agent === undefined ? {} : { agent }), ...state }),
    })
    shop.take()
    shop.say('Hello?')
    state.busy = true
    expect(shop.say('Hello?')).toEqual(['buyer: Hello?', 'no timer 1', 'timer other ', '(HUMAN_IN_CHARGE)'])
    expect(shop.wait(HOUR_MS)).toEqual(['status_busy: Busy.'])
  })

  test('what is no longer true is not said', () => {
    const state: { busy?: true } = { busy: true }
    const shop = openShop(BOTTLE_FLOW, {
      status: (_at, agent) => ({ replies: LATER, ...(agent === undefined ? {} : { agent }), ...state }),
    })
    shop.take()
    shop.say('Hello?')
    delete state.busy
    expect(shop.wait(HOUR_MS)).toEqual(['(STATUS_NO_LONGER_TRUE)'])
  })
})

test('they count for the robot’s hour (WEL-16)', () => {
  const profile = customProfile(PROFILES.marketplace, { automaticPerHour: 1 })
  const shop = taken({ busy: true }, { profile })
  shop.say('Hello?')
  shop.wait(10 * MINUTE_MS)
  expect(shop.say('Hello?')).toEqual(['buyer: Hello?', '(HUMAN_IN_CHARGE)', '(TOO_MANY_AUTOMATIC)'])
})

test('a store’s own list of closing phrases decides where there is one (STS-07)', () => {
  const shop = taken({}, { phrases: ['ta', 'cheers mate'] })
  shop.reply('It ships today.')
  expect(shop.say('thanks')).toEqual(['buyer: thanks', '(HUMAN_IN_CHARGE)'])
  shop.reply('Anything else?')
  expect(shop.say('Ta, cheers mate!')).toContain('status_closing: Any time!')
})

describe('replies in two languages', () => {
  const WRITTEN: WrittenReplies = {
    status_busy: { text: 'Busy until noon.', delayMs: SECOND_MS },
    away: { text: { en: 'Back on {{store.opens}}.', 'zh-CN': '{{store.opens}}回来。' } },
  }
  const reader = (locale: string) => ({ locale, defaultLocale: 'en' })

  test('the facts of a step hold one of them (STS-02, STS-10)', () => {
    const busy = { text: 'Busy until noon.', delayMs: SECOND_MS }
    expect(statusTexts(WRITTEN, reader('zh-CN'))).toEqual({
      status_busy: busy,
      away: { text: '{{store.opens}}回来。' },
    })
    expect(statusTexts(WRITTEN, reader('fr'))).toEqual({
      status_busy: busy,
      away: { text: 'Back on {{store.opens}}.' },
    })
  })

  test('the next opening is told in the language of the reply, though the flow has no such texts', () => {
    const replies = statusTexts(WRITTEN, reader('zh-CN'))
    const shop = shopWith({ nobody: true, replies, opens: { ...OPENS, locale: 'zh-CN' } })
    expect(shop.askForPerson()).toContain('away: 2026-03-03（周二）02:00回来。')
  })
})
