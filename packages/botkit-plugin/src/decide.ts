import {
  beginsSession,
  type Effect,
  type Facts,
  judgeReception,
  type KnownFacts,
  type ReceptionEvent,
  type ScheduleEffect,
  step,
  type Step,
} from '@shopbell/engine'
import { activityOf } from './activity-of.ts'
import type { BotkitMessage } from './botkit.ts'
import { momentOfDay } from './hours.ts'
import type { Product } from './options.ts'
import type { Setting } from './setting.ts'
import { type KeptConversation, MOST_SEEN, nothingKept, type Unsent } from './state/kept-conversation.ts'
import { offeredAfter } from './state/offered.ts'
import { agentAfter, statusFacts } from './status.ts'

/** What is known of the moment beside the conversation. */
export interface Moment {
  readonly message: BotkitMessage | null
  readonly locales: readonly string[]
  readonly buyerName: string | undefined
  readonly products: readonly Product[]
  /** What extensions know of the buyer. */
  readonly known: KnownFacts | undefined
}

/** What an event leads to. */
export interface Decision {
  readonly next: KeptConversation
  readonly step: Step
  /** The reception said something, noted an answer or was asked for a person; a polite one leaves every other message to the bot. */
  readonly isOurs: boolean
}

/** Whoever waits in no group's line. */
const GENERAL_GROUP = 'general'

/** Decides one event of a conversation. Pure; null when the event changes nothing: taken before, or not held. */
export function decide(
  setting: Setting,
  kept: KeptConversation | null,
  event: ReceptionEvent,
  moment: Moment,
): Decision | null {
  const { program, flow } = setting
  const before = kept ?? nothingKept(flow)
  const activity = moment.message === null ? undefined : activityOf(moment.message)
  if (activity !== undefined && before.seen.includes(activity)) return null
  const facts = factsWithRules(setting, event, factsOf(setting, before, event, moment))
  const session = before.flow === flow && !beginsSession(before.session, event, facts) ? before.session : null
  const taken = step(program, session, event, facts)
  if (taken.rejected) return null
  const { effects } = taken
  const messages = effects.filter((effect) => effect.type === 'message')
  const unsent = messages.flatMap(({ author, content }, index): Unsent[] =>
    author === 'buyer' ? [] : [{ seq: before.head + 1 + index, content }],
  )
  const waits = effects.find((effect) => effect.type === 'handling' && effect.to === 'waiting')
  const agent = agentAfter(before.agent, event, taken.session?.handling)
  const record = effects.findLast((effect) => effect.type === 'remember')?.record
  return {
    step: taken,
    isOurs: effects.some(isOurWord) || (event.type === 'buyer.chose' && waits !== undefined),
    next: {
      session: taken.session,
      buyer: record ?? before.buyer,
      head: before.head + messages.length,
      flow,
      seen: activity === undefined ? before.seen : [...before.seen, activity].slice(-MOST_SEEN),
      unsent: [...before.unsent, ...unsent],
      handoff: waits?.type === 'handling' ? (waits.group ?? GENERAL_GROUP) : before.handoff,
      inHand: before.inHand,
      timers: timersAfter(session === null ? [] : before.timers, event, effects),
      offered: unsent.reduce(offeredAfter, before.offered),
      question: unsent.findLast(({ content }) => content.kind === 'form') ?? before.question,
      reference: moment.message?.reference ?? before.reference,
      ...(agent === undefined ? {} : { agent }),
    },
  }
}

function isOurWord(effect: Effect): boolean {
  return effect.type === 'collect' || (effect.type === 'message' && effect.author === 'robot')
}

function timersAfter(
  timers: readonly ScheduleEffect[],
  event: ReceptionEvent,
  effects: readonly Effect[],
): readonly ScheduleEffect[] {
  let left = event.type === 'timer.fired' ? timers.filter(({ id }) => id !== event.id) : timers
  for (const effect of effects) {
    if (effect.type === 'schedule') left = [...left.filter(({ id }) => id !== effect.id), effect]
    if (effect.type === 'cancel')
      left = left.filter(({ id, generation }) => id !== effect.id || generation !== effect.generation)
  }
  return left
}

/** The facts with what rules of extensions say against a reception. */
function factsWithRules({ extensions, onError }: Setting, event: ReceptionEvent, facts: Facts): Facts {
  const silence = judgeReception(extensions, event, facts, onError)
  return silence === null ? facts : { ...facts, silence }
}

function factsOf(
  setting: Setting,
  { head, buyer, agent }: KeptConversation,
  event: ReceptionEvent,
  moment: Moment,
): Facts {
  const { program, profile, storeName, timeZone, options, hours } = setting
  const { locales, buyerName, products, known } = moment
  const card = event.type === 'buyer.sent' ? products.find(({ ref }) => ref === event.ref) : undefined
  const { openNow, ...robot } = momentOfDay(hours, event.at)
  const store = { name: storeName, timeZone, openNow: options.openNow?.() ?? openNow, ...robot }
  return {
    head,
    store,
    profile,
    locales,
    buyer,
    ...(buyerName === undefined ? {} : { buyerName }),
    liveVersion: program.flowVersion,
    list: program.list,
    heldList: null,
    products,
    ...(card === undefined ? {} : { card }),
    ...statusFacts(setting, agent, { at: event.at, openNow: store.openNow }),
    ...(known === undefined ? {} : { known }),
  }
}
