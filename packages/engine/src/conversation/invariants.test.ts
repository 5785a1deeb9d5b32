import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublishable } from '../flow/problem.ts'
import { customProfile, PROFILES } from '../flow/profiles.ts'
import { validateFlow } from '../document/validate-flow.ts'
import { arbitraryActs, perform, type Act } from '../testing/act.ts'
import { arbitraryFlow } from '../testing/arbitrary-flow.ts'
import { findBrokenInvariant } from '../testing/find-broken-invariant.ts'
import { peopleByTurns } from '../testing/people-by-turns.ts'
import { CARD_SETTINGS, MENU } from '../testing/message-settings.ts'
import { openShop, type Shop, type ShopSettings } from '../testing/open-shop.ts'
import { sampleFlows } from '../testing/sample-flows.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import type { Profile } from '../flow/profile.ts'
import { replay } from './replay.ts'

/** Seeds that once found something: `{ seed, path }` as fast-check printed them, and what it was. They are tried first, for ever. */
const REGRESSIONS: readonly { readonly seed: number; readonly what: string }[] = [
  { seed: 1_073_402_795, what: 'a session that was closed and begun again within one millisecond' },
]
const RUNS = 1_000
/** Many times what a thousand conversations take on a busy machine. */
const PATIENCE_MS = 300_000

const { alibaba, marketplace } = PROFILES
/** The built-in rule books, and some whose bounds are met within a few acts. */
const RULE_BOOKS: readonly Profile[] = [
  ...Object.values(PROFILES),
  customProfile(marketplace, { faq: { ...marketplace.reception.faq, refreshNeedsTap: true } }),
  customProfile(marketplace, {
    automaticPerHour: 6,
    faq: { ...marketplace.reception.faq, answerBinding: 'pinned' },
  }),
  customProfile(alibaba, { idleDays: 1, sessionGapHours: 2, automaticPerHour: 4 }),
]

interface Conversation {
  readonly flow: FlowDocument
  readonly acts: readonly Act[]
  readonly profile: Profile
}

const anyConversation: fc.Arbitrary<Conversation> = arbitraryFlow.chain((flow) =>
  fc.record({
    flow: fc.constant(flow),
    acts: arbitraryActs(flow, { publishes: true }),
    profile: fc.constantFrom(...RULE_BOOKS),
  }),
)

/** Checks a property with new seeds; fast-check prints the seed of a failure. Old seeds come first. */
function holds(check: (conversation: Conversation) => void): void {
  for (const { seed } of REGRESSIONS) fc.assert(fc.property(anyConversation, check), { seed, numRuns: RUNS })
  fc.assert(fc.property(anyConversation, check), { numRuns: RUNS })
}

function play(
  { flow, acts, profile }: Conversation,
  settings: Partial<ShopSettings> = {},
): [Shop, readonly string[]] {
  const shop = openShop(flow, { profile, locales: ['zh-CN', 'en'], status: peopleByTurns, ...settings })
  return [shop, acts.flatMap((act) => perform(shop, act, flow))]
}

describe('for any publishable flow and any events', { timeout: PATIENCE_MS }, () => {
  test('the flows tried are publishable under every built-in rule book but for the length of greetings', () => {
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        const problems = Object.values(PROFILES).flatMap((profile) => validateFlow(flow, profile))
        const other = problems.filter(({ code }) => code !== 'WELCOME_TOO_LONG' && code !== 'ANSWER_TOO_LONG')
        expect(isPublishable(other) ? [] : other).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })

  test('no rule of the shop floor is broken', () => {
    holds((conversation) => {
      const [shop] = play(conversation)
      expect(findBrokenInvariant(shop, conversation.profile)).toBe(null)
    })
  })

  test('a restart after every step changes nothing (P3)', () => {
    holds((conversation) => {
      const [restarted, toldRestarted] = play(conversation, { restarts: true })
      const [whole, toldWhole] = play(conversation, { restarts: false })
      expect(toldRestarted).toEqual(toldWhole)
      expect(JSON.stringify(restarted.steps())).toBe(JSON.stringify(whole.steps()))
    })
  })

  test('the journal replays to the same steps (I-9, architecture invariant 7)', () => {
    holds((conversation) => {
      const [shop] = play(conversation)
      const again = replay(shop.programOf, JSON.parse(JSON.stringify(shop.journal())))
      expect(JSON.stringify(again)).toBe(JSON.stringify(shop.steps()))
    })
  })
})

describe.for(sampleFlows())('for the shipped flow $name and any events', ({ document: flow, profile }) => {
  test('no rule of the shop floor is broken', () => {
    fc.assert(
      fc.property(arbitraryActs(flow, { publishes: true }), (acts) => {
        const [shop] = play({ flow, acts, profile })
        expect(findBrokenInvariant(shop, profile)).toBe(null)
      }),
      { numRuns: 150 },
    )
  })

  test('nor where the message settings answer cards and the menu; and it replays', () => {
    fc.assert(
      fc.property(arbitraryActs(flow, { publishes: true, settles: true }), (acts) => {
        const [shop] = play({ flow, acts, profile }, { cards: CARD_SETTINGS, menu: MENU })
        expect(findBrokenInvariant(shop, profile)).toBe(null)
        const again = replay(shop.programOf, JSON.parse(JSON.stringify(shop.journal())))
        expect(JSON.stringify(again)).toBe(JSON.stringify(shop.steps()))
      }),
      { numRuns: 150 },
    )
  })
})
