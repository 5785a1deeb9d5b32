import type { Session } from '../conversation/session.ts'
import type { Profile } from '../flow/profile.ts'
import { STATUS_KINDS } from '../rules/status-reply.ts'
import { DAY_MS } from '../time/duration.ts'
import { LOG_INVARIANTS } from './log-invariants.ts'
import { hasKind, shanghaiDay, type Invariant, type Moment } from './moment.ts'
import type { Shop } from './open-shop.ts'

/** What must hold after every step, by what a buyer or a seller would complain about. */
const INVARIANTS: Readonly<Record<string, Invariant>> = {
  'while a person is in charge the robot only answers taps, and gives status replies (STA-02, MNU-02)': ({
    event,
    after,
    said,
  }) =>
    after.handling !== 'human' ||
    said.every(
      ({ author, kind }) =>
        author !== 'robot' ||
        (event.type === 'buyer.tapped' && /^(faq_answer|order_card_answer|self_menu_reply)$/.test(kind)) ||
        (event.type === 'buyer.chose' && kind === 'self_menu_reply') ||
        STATUS_KINDS.some((one) => one === kind),
    ),
  'a closed conversation is silent but for the note': ({ after, said }) =>
    after.handling !== 'closed' || said.every(({ author }) => author === 'system'),
  'no unfilled variable reaches a buyer (WEL-07)': ({ said }) =>
    said.every(({ author, content }) => author === 'buyer' || !JSON.stringify(content).includes('{{')),
  'no empty message': ({ said }) =>
    said.every(
      ({ author, content }) => author !== 'robot' || content.kind !== 'text' || content.text.trim() !== '',
    ),
  'the sender’s own message comes first': ({ said, event }) =>
    said.slice(1).every(({ author }) => author === 'robot' || author === 'system') &&
    (said[0]?.author !== 'buyer' || event.type.startsWith('buyer.')),
  'a reply names an earlier message': ({ said, head }) =>
    said.every(({ replyTo }, index) => replyTo === undefined || (replyTo >= 1 && replyTo <= head + index)),
  'the open question is the message that asks it': ({ after }, _all, shop) => {
    const message = after.open ? shop.messages()[after.open.seq - 1] : undefined
    return after.open === null || (message?.kind === 'smart_question' && message.source === after.open.block)
  },
  'one question at a time, and only after a buyer or a timeout (SQ-03)': ({ said, event }) => {
    const asked = said.filter(({ kind }) => kind === 'smart_question').length
    return asked === 0 || (asked === 1 && (event.type.startsWith('buyer.') || event.type === 'timer.fired'))
  },
  'an answer collected names the buyer’s message': ({ taken, said, head }) =>
    taken.effects.every(
      (effect) => effect.type !== 'collect' || said[effect.seq - head - 1]?.author === 'buyer',
    ),
  'a reception comes in its order (WEL-05)': ({ said }) => {
    const order = ['welcome', 'recommendation', 'faq_list', 'smart_question']
    const ranks = said.map(({ kind }) => order.indexOf(kind)).filter((rank) => rank >= 0)
    return ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? -1))
  },
  'who speaks is told whenever it changes': ({ before, after, taken }) =>
    (before?.handling ?? 'robot') === after.handling ||
    taken.effects.some((effect) => effect.type === 'handling' && effect.to === after.handling),
  'a person’s word or assignment puts a person in charge': ({ event, after }) =>
    (event.type !== 'agent.replied' && event.type !== 'agent.assigned') || after.handling === 'human',
  'silence has a reason': ({ event, said, taken }) =>
    !['buyer.said', 'buyer.entered'].includes(event.type) ||
    said.some(({ author }) => author === 'robot' || author === 'system') ||
    taken.refusals.length > 0 ||
    // A flow may have nothing more to say, or nothing at all.
    taken.effects.some(
      (effect) =>
        effect.type === 'collect' || (effect.type === 'remember' && effect.record.receivedAt === event.at),
    ),
  'one list per store-day (I-1)': (moment, all) =>
    !hasKind(moment, 'faq_list') ||
    all.every(
      (other) =>
        other === moment || !hasKind(other, 'faq_list') || shanghaiDay(other) !== shanghaiDay(moment),
    ),
}

/** The sentence of the first invariant that a conversation broke, with the step; null when all hold. */
export function findBrokenInvariant(shop: Shop, profile: Profile): string | null {
  const moments = momentsOf(shop)
  for (const [sentence, holds] of Object.entries({ ...INVARIANTS, ...LOG_INVARIANTS })) {
    const at = moments.findIndex((moment) => !holds(moment, moments, shop, profile))
    if (at >= 0) return `${sentence}; broken by step ${at + 1}, ${JSON.stringify(moments[at])}`
  }
  if (profile.reception.idleDays !== null && greetsTooEarly(moments, profile.reception.idleDays)) {
    return 'no greeting within the idle days of contact (I-2)'
  }
  return timersDiffer(shop) ? 'the timers of the shell are those of the session (P12)' : null
}

function momentsOf(shop: Shop): readonly Moment[] {
  let head = 0
  let before: Session | null = null
  return shop.steps().map((taken, index) => {
    const { event, facts } = shop.journal()[index] ?? {}
    if (!event || !facts || !taken.session) throw new Error('An accepted step has an event and a session.')
    const said = taken.effects.filter((effect) => effect.type === 'message')
    const moment = { event, facts, before, after: taken.session, taken, said, head }
    head += said.length
    before = taken.session
    return moment
  })
}

/** An oracle that reads the log: the contact before each greeting was long ago, or there was none. */
function greetsTooEarly(moments: readonly Moment[], idleDays: number): boolean {
  let lastContactAt: number | null = null
  return moments.some((moment) => {
    const contactAt = lastContactAt
    if (moment.said.some(({ author }) => author === 'buyer' || author === 'agent'))
      lastContactAt = moment.event.at
    return hasKind(moment, 'welcome') && contactAt !== null && moment.event.at - contactAt < idleDays * DAY_MS
  })
}

function timersDiffer(shop: Shop): boolean {
  const armed = Object.fromEntries(shop.timers().map(({ id, generation }) => [id, generation]))
  const known = shop.session()?.timers ?? {}
  return JSON.stringify(Object.entries(armed).sort()) !== JSON.stringify(Object.entries(known).sort())
}
