import { describe, expect, test } from 'vitest'
import { BOTTLE_FLOW, bottlesWith } from '../testing/bottle-flow.ts'
import { openShop, type Shop } from '../testing/open-shop.ts'
import { DAY_MS, HOUR_MS } from '../time/duration.ts'

const LIST_ONLY = bottlesWith({
  faq: { kind: 'faq', questions: [{ id: 'ship', enabled: true }], next: 'bye' },
})

function received(flow = LIST_ONLY): Shop {
  const shop = openShop(flow)
  shop.enter()
  return shop
}

/** A conversation brought into each state of handling. */
const IN = {
  robot: () => received(),
  waiting: () => {
    const shop = received()
    shop.say('Who are you?')
    return shop
  },
  human: () => {
    const shop = received()
    shop.reply('Li Na here.')
    return shop
  },
  closed: () => {
    const shop = received()
    shop.close()
    return shop
  },
} as const

const ASKED_FOR = ['note: waiting_for_person', '→ waiting (general)']

describe('who speaks for the store (STA-02)', () => {
  test.for([
    [
      'robot',
      'words it cannot answer',
      (s: Shop) => s.say('Hm'),
      'waiting',
      ['buyer: Hm', ...ASKED_FOR, '(NOT_FOUND_IN_LIST)'],
    ],
    [
      'robot',
      'a wish for a person',
      (s: Shop) => s.askForPerson(),
      'waiting',
      ['buyer: Talk to a person', ...ASKED_FOR],
    ],
    ['robot', 'an item the menu does not have', (s: Shop) => s.choose('orders'), 'robot', ['✗ NOT_OFFERED']],
    [
      'robot',
      'a card',
      (s: Shop) => s.send('P1'),
      'waiting',
      ['buyer:  [Trail]', ...ASKED_FOR, '(NOT_FOUND_IN_LIST)'],
    ],
    ['robot', 'a person’s word', (s: Shop) => s.reply('Hi'), 'human', ['human: Hi', '→ human']],
    ['robot', 'an assignment', (s: Shop) => s.take(), 'human', ['note: person_joined', '→ human']],
    ['robot', 'giving it back', (s: Shop) => s.handBack(), 'robot', ['✗ NOTHING_TO_DO']],
    ['robot', 'closing', (s: Shop) => s.close(), 'closed', ['note: closed', '→ closed']],
    ['robot', 'opening the chat again', (s: Shop) => s.enter(), 'robot', ['(LIST_ALREADY_TODAY)']],

    [
      'waiting',
      'more words',
      (s: Shop) => s.say('Hello?'),
      'waiting',
      ['buyer: Hello?', '(NOT_FOUND_IN_LIST)'],
    ],
    [
      'waiting',
      'a question of the list',
      (s: Shop) => s.say('shipping'),
      'waiting',
      ['buyer: shipping', 'faq_answer: In 3 days.'],
    ],
    ['waiting', 'a wish for a person', (s: Shop) => s.askForPerson(), 'waiting', ['buyer: Talk to a person']],
    ['waiting', 'a card', (s: Shop) => s.send('P1'), 'waiting', ['buyer:  [Trail]', '(NOT_FOUND_IN_LIST)']],
    ['waiting', 'a person’s word', (s: Shop) => s.reply('Hi'), 'human', ['human: Hi', '→ human']],
    ['waiting', 'an assignment', (s: Shop) => s.take(), 'human', ['note: person_joined', '→ human']],
    ['waiting', 'giving it back', (s: Shop) => s.handBack(), 'robot', ['note: robot_returned', '→ robot']],
    ['waiting', 'closing', (s: Shop) => s.close(), 'closed', ['note: closed', '→ closed']],

    ['human', 'words', (s: Shop) => s.say('Great'), 'human', ['buyer: Great', '(HUMAN_IN_CHARGE)']],
    [
      'human',
      'words that equal a question',
      (s: Shop) => s.say('shipping'),
      'human',
      ['buyer: shipping', '(HUMAN_IN_CHARGE)'],
    ],
    [
      'human',
      'a wish for a person',
      (s: Shop) => s.askForPerson(),
      'human',
      ['buyer: Talk to a person', '(HUMAN_IN_CHARGE)'],
    ],
    ['human', 'a card', (s: Shop) => s.send('P1'), 'human', ['buyer:  [Trail]', '(HUMAN_IN_CHARGE)']],
    ['human', 'opening the chat', (s: Shop) => s.enter(), 'human', ['(HUMAN_IN_CHARGE)']],
    [
      'human',
      'a tap on the held list',
      (s: Shop) => s.tap(s.latest('faq_list'), 'ship'),
      'human',
      ['buyer: Shipping?', 'faq_answer: In 3 days.'],
    ],
    ['human', 'another word of the person', (s: Shop) => s.reply('And?'), 'human', ['human: And?']],
    ['human', 'an assignment to another person', (s: Shop) => s.take(), 'human', ['→ human']],
    ['human', 'giving it back', (s: Shop) => s.handBack(), 'robot', ['note: robot_returned', '→ robot']],
    ['human', 'closing', (s: Shop) => s.close(), 'closed', ['note: closed', '→ closed']],

    ['closed', 'closing', (s: Shop) => s.close(), 'closed', ['✗ NOTHING_TO_DO']],
    ['closed', 'giving it back', (s: Shop) => s.handBack(), 'closed', ['✗ NOTHING_TO_DO']],
    [
      'closed',
      'a person’s word',
      (s: Shop) => s.reply('One more thing'),
      'human',
      ['human: One more thing', '→ human'],
    ],
    ['closed', 'an assignment', (s: Shop) => s.take(), 'human', ['note: person_joined', '→ human']],
    ['closed', 'opening the chat', (s: Shop) => s.enter(), 'robot', ['→ robot', '(LIST_ALREADY_TODAY)']],
    [
      'closed',
      'words',
      (s: Shop) => s.say('Hi'),
      'waiting',
      ['buyer: Hi', ...ASKED_FOR, '(LIST_ALREADY_TODAY)'],
    ],
    [
      'closed',
      'a tap on the held list',
      (s: Shop) => s.tap(s.latest('faq_list'), 'ship'),
      'robot',
      ['buyer: Shipping?', 'faq_answer: In 3 days.', '→ robot'],
    ],
    ['closed', 'a tap on nothing', (s: Shop) => s.tap(1, 'ship'), 'closed', ['✗ NOT_HELD']],
  ] as const)('%s, then %s', ([state, , act, next, told]) => {
    const shop = IN[state]()
    expect(act(shop)).toEqual(told)
    expect(shop.session()?.handling).toBe(next)
  })
})

describe('a handoff block', () => {
  test('passes the buyer to its group, without a note beside its own line', () => {
    const shop = received(bottlesWith({ faq: { kind: 'faq', questions: [], next: 'to-sales' } }))
    expect(shop.steps()[0]?.effects.at(-2)).toMatchObject({
      type: 'handling',
      from: 'robot',
      to: 'waiting',
      group: 'sales',
    })
    expect(shop.latest('note')).toBe(0)
  })

  test('without a line of its own a note stands in', () => {
    const flow = bottlesWith({ faq: { kind: 'faq', questions: [], next: 'mute' }, mute: { kind: 'handoff' } })
    expect(openShop(flow).enter().slice(-2)).toEqual(ASKED_FOR)
  })

  test('a buyer who waits already is passed on to the group of the block', () => {
    const shop = openShop(BOTTLE_FLOW)
    shop.enter()
    shop.askForPerson()
    for (const answer of ['small', '2000', 'logo', 'red']) shop.say(answer)
    expect(shop.say('soon').at(-1)).toBe('→ waiting (key)')
  })

  test('a robot that has it back forgets the group', () => {
    const shop = received(bottlesWith({ faq: { kind: 'faq', questions: [], next: 'to-sales' } }))
    shop.handBack()
    expect(shop.say('Hello?')).toContain('→ waiting (general)')
  })
})

describe('sessions', () => {
  test('a person keeps a conversation up to the gap and not a moment longer (ENT-02: a gap of more than 24 h)', () => {
    const shop = IN.human()
    shop.wait(DAY_MS)
    expect(shop.say('Still there?')).toContain('(HUMAN_IN_CHARGE)')
    shop.wait(DAY_MS + 1)
    expect(shop.say('Still there?')).toContain('welcome: Hello there, this is Harbor.')
    expect(shop.session()?.handling).toBe('robot')
  })

  test('what the shop does belongs to the session there is, however old it is', () => {
    const shop = IN.human()
    shop.wait(3 * DAY_MS)
    expect(shop.handBack()).toEqual(['note: robot_returned', '→ robot'])
    shop.close()
    shop.wait(3 * DAY_MS)
    expect(shop.close()).toEqual(['✗ NOTHING_TO_DO'])
  })

  test('a buyer who waited goes on waiting in the next session (WEL-12)', () => {
    const shop = IN.waiting()
    shop.wait(2 * DAY_MS)
    expect(shop.enter()).toContain('welcome: Hello there, this is Harbor.')
    expect(shop.session()?.handling).toBe('waiting')
    expect(shop.session()?.startedAt).toBe(shop.now())
  })

  test('a new session asks again what the old one knew', () => {
    const shop = received(BOTTLE_FLOW)
    shop.say('small')
    shop.wait(DAY_MS)
    expect(shop.enter()).toContain('smart_question: Which size? [choice: Small | Large | Another]')
    expect(shop.session()?.context.answers).toEqual({})
  })

  test('products come with a new session that begins while a person was in charge', () => {
    const shop = IN.human()
    shop.wait(2 * HOUR_MS + DAY_MS)
    expect(shop.say('Hi')).toContain('recommendation: Our picks: [Trail | Camp]')
  })

  test('a session is small', () => {
    const shop = received(BOTTLE_FLOW)
    for (const answer of ['small', '2000', 'logo', 'red']) shop.say(answer)
    const bytes = new TextEncoder().encode(JSON.stringify(shop.session())).length
    expect(bytes).toBeLessThan(600)
  })
})
