import { describe, expect, test } from 'vitest'
import { customProfile, PROFILES } from '../flow/profiles.ts'
import { BOTTLE_FLOW, bottlesSaying } from '../testing/bottle-flow.ts'
import { POINTS, POINTS_FLOW, setOf } from '../testing/points-extension.ts'
import { openShop, type Shop, type ShopSettings } from '../testing/open-shop.ts'
import { DAY_MS } from '../time/duration.ts'
import { UNKNOWN_BUYER } from './buyer-record.ts'
import { REFUSAL_CATALOGUE, type RefusalCode } from './refusal.ts'

const ALIBABA: Partial<ShopSettings> = { profile: PROFILES.alibaba }
const KNOWN: Partial<ShopSettings> = {
  ...ALIBABA,
  buyer: { ...UNKNOWN_BUYER, lastContactAt: Date.parse('2026-03-01T01:30:00Z') },
}

const { marketplace } = PROFILES
const NEEDS_TAP: Partial<ShopSettings> = {
  profile: customProfile(marketplace, { faq: { ...marketplace.reception.faq, refreshNeedsTap: true } }),
}

const BUSY: Partial<ShopSettings> = {
  status: () => ({ agent: 'li', busy: true, replies: { status_busy: { text: 'Busy.' } } }),
}
/** Nobody is there at first, and somebody before the reply is due. */
const LATER_THERE: Partial<ShopSettings> = {
  status: (at) => ({
    ...(at === Date.parse('2026-03-02T01:30:00Z') ? { nobody: true } : {}),
    replies: { away: { text: 'Nobody is here.', delayMs: 1_000 } },
  }),
}

/** The buyer comes on the day after the list changed, without having tapped the old one. */
function changedOvernight(shop: Shop): readonly string[] {
  shop.enter()
  shop.publish(bottlesSaying({ 'faq.price.question': 'How much?' }))
  shop.wait(DAY_MS)
  return shop.enter()
}

/** Each reason with a conversation that shows it. */
const CASES: Readonly<
  Record<RefusalCode, readonly [Partial<ShopSettings>, (shop: Shop) => readonly string[]]>
> = {
  CONTACT_TOO_RECENT: [KNOWN, (shop) => shop.say('Hi')],
  LIST_ALREADY_TODAY: [{}, (shop) => [...shop.enter(), ...shop.enter()]],
  LIST_NEEDS_TAP: [NEEDS_TAP, changedOvernight],
  WAITS_FOR_MESSAGE: [ALIBABA, (shop) => shop.enter()],
  NO_RECEPTION: [{}, () => openShop({ ...BOTTLE_FLOW, entries: {} }).enter()],
  ROBOT_OFF: [{ robotOff: () => ({ by: 'mode', until: null }) }, (shop) => shop.enter()],
  PERSON_WROTE_LATELY: [{}, (shop) => [...shop.reply('Hi'), ...shop.close(), ...shop.enter()]],
  PART_OFF: [{ without: ['welcome'] }, (shop) => shop.enter()],
  HUMAN_IN_CHARGE: [{}, (shop) => [...shop.reply('Hi'), ...shop.say('Hi')]],
  NOT_FOUND_IN_LIST: [{}, (shop) => [...shop.enter(), ...shop.take(), ...shop.handBack(), ...shop.say('Hm')]],
  CLOSING_PHRASE: [
    {},
    (shop) => [...shop.enter(), ...shop.reply('Hi'), ...shop.handBack(), ...shop.say('好的谢谢')],
  ],
  TOO_MANY_AUTOMATIC: [
    { profile: customProfile(marketplace, { automaticPerHour: 3 }) },
    (shop) => shop.say('Hi'),
  ],
  STATUS_SENT_LATELY: [BUSY, (shop) => [...shop.take(), ...shop.say('Hi'), ...shop.say('Hi')]],
  STATUS_NO_LONGER_TRUE: [LATER_THERE, (shop) => [...shop.take(), ...shop.say('Hi'), ...shop.wait(1_000)]],
  EXTENSION_RULE: [{ extensions: setOf(POINTS), known: { 'acme.vip': true } }, (shop) => shop.enter()],
  EXTENSION_MISSING: [{}, () => openShop(POINTS_FLOW).enter()],
  TIMER_NOT_ARMED: [{}, (shop) => shop.happen({ type: 'timer.fired', id: 'none', generation: 1 })],
  NOT_OFFERED: [{}, (shop) => shop.choose('orders')],
  NOT_HELD: [{}, (shop) => shop.tap(1, 'price')],
  ANSWER_UNFIT: [{}, (shop) => [...shop.enter(), ...shop.answer(shop.latest('smart_question'), 'huge')]],
  NOTHING_TO_DO: [{}, (shop) => [...shop.enter(), ...shop.handBack()]],
}

describe.for(Object.entries(REFUSAL_CATALOGUE))('%s', ([code, { rejects, message }]) => {
  const [settings, act] = CASES[code as RefusalCode]

  test(`is ${rejects ? 'a refusal of the event itself' : 'a reason of silence, stored with the step'}`, () => {
    const shop = openShop(BOTTLE_FLOW, settings)
    expect(act(shop)).toContain(rejects ? `✗ ${code}` : `(${code})`)
    if (rejects)
      expect(shop.steps().flatMap(({ refusals }) => refusals.map((refusal) => refusal.code))).not.toContain(
        code,
      )
  })

  test('says a whole sentence', () => {
    expect(message).toMatch(/^[A-Z].*\.$/)
  })
})

test('a reason tells what the decision was made from', () => {
  const shop = openShop(BOTTLE_FLOW, KNOWN)
  shop.say('Hi')
  expect(shop.steps()[0]?.refusals).toEqual([{ code: 'CONTACT_TOO_RECENT', because: { days: 1 } }])
})
