import type { Entry } from '@shopbell/protocol'
import { ENTRIES } from '@shopbell/protocol'
import fc from 'fast-check'
import type { FlowDocument } from '../document/flow-document.ts'
import { DAY_MS, HOUR_MS, SECOND_MS } from '../time/duration.ts'
import type { Shop } from './open-shop.ts'

/** Which message an act is about; `nth` counts from the first and wraps round, one beyond the last included. */
type Which =
  | { readonly latest: 'faq_list' | 'smart_question' | 'order_card_list' | 'self_menu_reply' }
  | { readonly nth: number }

/** What can happen in a shop, said without seqs and instants, so that any list of acts fits any conversation. */
export type Act =
  | { readonly does: 'enter'; readonly entry: Entry }
  | { readonly does: 'say'; readonly words: string }
  | { readonly does: 'tap'; readonly which: Which; readonly option: string }
  | { readonly does: 'answer'; readonly which: Which; readonly value: string | number | readonly string[] }
  | { readonly does: 'send' | 'send order'; readonly ref: string }
  | { readonly does: 'choose'; readonly item: string }
  | {
      readonly does: 'leave contact'
      readonly details: Partial<Record<'name' | 'email' | 'phone' | 'consent', string>>
    }
  | { readonly does: 'reply' | 'type' | 'take' | 'hand back' | 'close' }
  | { readonly does: 'wait'; readonly ms: number }
  /** A timer of the past or the present, as a late or doubled firing would bring it. */
  | { readonly does: 'fire'; readonly nth: number }
  | { readonly does: 'publish' }

/** Lets one act happen and returns what it led to. */
export function perform(shop: Shop, act: Act, document: FlowDocument): readonly string[] {
  switch (act.does) {
    case 'enter':
      return shop.enter(act.entry)
    case 'say':
      return shop.say(act.words)
    case 'tap':
      return shop.tap(seqOf(shop, act.which), act.option)
    case 'answer':
      return shop.answer(seqOf(shop, act.which), act.value)
    case 'send order':
      return shop.sendOrder(act.ref)
    case 'send':
      return shop.send(act.ref)
    case 'choose':
      return shop.happen({ type: 'buyer.chose', item: act.item })
    case 'leave contact':
      return shop.happen({ type: 'buyer.left_contact', ...act.details })
    case 'reply':
      return shop.reply('I am here.')
    case 'type':
      return shop.type()
    case 'take':
      return shop.take()
    case 'hand back':
      return shop.handBack()
    case 'close':
      return shop.close()
    case 'wait':
      return shop.wait(act.ms)
    case 'fire': {
      const armed = shop
        .steps()
        .flatMap(({ effects }) => effects.filter((effect) => effect.type === 'schedule'))
      const timer = armed[act.nth % (armed.length || 1)]
      return shop.happen({ type: 'timer.fired', id: timer?.id ?? 'none', generation: timer?.generation ?? 1 })
    }
    case 'publish':
      shop.publish(turned(document))
      return []
  }
}

function seqOf(shop: Shop, which: Which): number {
  return 'latest' in which ? shop.latest(which.latest) : which.nth % (shop.messages().length + 2)
}

/** The same flow with each list turned round and each question’s switch turned over where limits allow. */
function turned(document: FlowDocument): FlowDocument {
  const blocks = Object.entries(document.blocks).map(([id, block]) => {
    if (block.kind !== 'faq') return [id, block]
    const questions = block.questions
      .slice(1)
      .map((question) => ({ ...question, enabled: true }))
      .reverse()
    return [id, { ...block, questions: questions.slice(0, 5) }]
  })
  return { ...document, blocks: Object.fromEntries(blocks) }
}

/** Of the list for cards and of the menu's categories. */
const SETTLED_OPTIONS = ['when', 'switched-off', 'c-tea']

/** Lists of acts that find their way through a flow: its questions, labels and options among nonsense, days among seconds. */
export function arbitraryActs(
  document: FlowDocument,
  { publishes = false, settles = false } = {},
): fc.Arbitrary<readonly Act[]> {
  const questions = Object.values(document.blocks).flatMap((block) =>
    'questions' in block ? block.questions.map(({ id }) => id) : [],
  )
  const options = Object.values(document.variables).flatMap((variable) =>
    'options' in variable ? variable.options : [],
  )
  const texts = Object.values(document.texts).flatMap((byKey) =>
    Object.entries(byKey).flatMap(([key, text]) => (/\.(question|label)$/.test(key) ? [text] : [])),
  )
  const which: fc.Arbitrary<Which> = fc.oneof(
    fc.record({
      latest: fc.constantFrom(
        ...(['faq_list', 'smart_question'] as const),
        ...(settles ? (['order_card_list', 'self_menu_reply'] as const) : []),
      ),
    }),
    fc.record({ nth: fc.nat(40) }),
  )
  const entry = fc.constantFrom(...ENTRIES)
  const words = fc.oneof(
    fc.constantFrom(
      ...texts,
      ...options,
      '12',
      '1,200 pcs',
      'Hm?',
      '2026-05-01',
      '好的谢谢',
      'thanks',
      '👍',
      '{{store.name}} {{x}}',
      ' ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  const thanks = fc.constantFrom('好的谢谢', 'thanks', '👍')
  const option = fc.constantFrom(...questions, ...options, 'nothing', ...(settles ? SETTLED_OPTIONS : []))
  const value = fc.oneof(
    fc.constantFrom(...options, 'free words', '2026-05-01', '', '{{answers}}'),
    fc.constantFrom(1, 50, 1_200, -1, 0.5, 1e308),
    fc.subarray([...options]),
  )
  const details = fc.record(
    {
      name: fc.constantFrom('Mia', '{{store.name}}'),
      email: fc.constantFrom('mia@shop.example', 'mia'),
      phone: fc.constant('+86 574 8765 4321'),
      consent: fc.constant('You may write to me.'),
    },
    { requiredKeys: [] },
  )
  const waits = [
    SECOND_MS,
    61_000,
    600_000,
    HOUR_MS,
    7_300_000,
    11 * HOUR_MS,
    DAY_MS,
    DAY_MS + 1,
    3 * DAY_MS,
    30 * DAY_MS,
  ]
  const acts: fc.WeightedArbitrary<Act>[] = [
    { weight: 3, arbitrary: fc.record({ does: fc.constant('enter'), entry }) },
    { weight: 6, arbitrary: fc.record({ does: fc.constant('say'), words }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('say'), words: thanks }) },
    { weight: 5, arbitrary: fc.record({ does: fc.constant('tap'), which, option }) },
    { weight: 5, arbitrary: fc.record({ does: fc.constant('answer'), which, value }) },
    {
      weight: 1,
      arbitrary: fc.record({ does: fc.constant('send'), ref: fc.constantFrom('P1', 'P2', 'gone') }),
    },
    {
      weight: settles ? 3 : 1,
      arbitrary: fc.record({
        does: fc.constant('choose'),
        item: fc.constantFrom('person', 'orders', ...(settles ? ['help', 'categories', 'gone'] : [])),
      }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('leave contact'), details }) },
    {
      weight: 3,
      arbitrary: fc.record({ does: fc.constantFrom('reply', 'type', 'take', 'hand back', 'close') }),
    },
    { weight: 4, arbitrary: fc.record({ does: fc.constant('wait'), ms: fc.constantFrom(...waits) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('fire'), nth: fc.nat(20) }) },
    { weight: publishes ? 1 : 0, arbitrary: fc.record({ does: fc.constant('publish') }) },
    {
      weight: settles ? 3 : 0,
      arbitrary: fc.record({ does: fc.constant('send order'), ref: fc.constantFrom('P1', 'A7') }),
    },
  ]
  return fc.array(fc.oneof(...acts), { maxLength: 30 })
}
