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
import type { Product } from './options.ts'
import type { Setting } from './setting.ts'
import { type KeptConversation, MOST_SEEN, nothingKept, type Unsent } from './state/kept-conversation.ts'

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
  /** The reception said something or noted an answer; a polite one leaves every other message to the bot. */
  readonly isOurs: boolean
}

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
  const facts = factsWithRules(setting, event, factsOf(setting, before, moment))
  const session = before.flow === flow && !beginsSession(before.session, event, facts) ? before.session : null
  const taken = step(program, session, event, facts)
  if (taken.rejected) return null
  const { effects } = taken
  const messages = effects.filter((effect) => effect.type === 'message')
  const unsent = messages.flatMap(({ author, content }, index): Unsent[] =>
    author === 'buyer' || author === 'agent' ? [] : [{ seq: before.head + 1 + index, content }],
  )
  const record = effects.findLast((effect) => effect.type === 'remember')?.record
  return {
    step: taken,
    isOurs: effects.some(isOurWord),
    next: {
      session: taken.session,
      buyer: record ?? before.buyer,
      head: before.head + messages.length,
      flow,
      seen: activity === undefined ? before.seen : [...before.seen, activity].slice(-MOST_SEEN),
      unsent: [...before.unsent, ...unsent],
      timers: timersAfter(session === null ? [] : before.timers, event, effects),
      numbered: unsent.reduce(numberedAfter, before.numbered),
      question: unsent.findLast(({ content }) => content.kind === 'form') ?? before.question,
      reference: moment.message?.reference ?? before.reference,
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

/** The options that a number would mean from now on: a newer question without options takes none away from a list. */
function numberedAfter(
  before: KeptConversation['numbered'],
  { seq, content }: Unsent,
): KeptConversation['numbered'] {
  const options =
    content.kind === 'choices' ? content.options : content.kind === 'form' ? content.field.options : undefined
  return options === undefined ? before : { seq, options: options.map(({ id }) => id) }
}

/** The facts with what rules of extensions say against a reception. */
function factsWithRules({ extensions, onError }: Setting, event: ReceptionEvent, facts: Facts): Facts {
  const silence = judgeReception(extensions, event, facts, onError)
  return silence === null ? facts : { ...facts, silence }
}

function factsOf(setting: Setting, { head, buyer }: KeptConversation, moment: Moment): Facts {
  const { program, profile, storeName, timeZone, options } = setting
  const { locales, buyerName, products, known } = moment
  return {
    head,
    store: { name: storeName, timeZone, openNow: options.openNow?.() ?? true },
    profile,
    locales,
    buyer,
    ...(buyerName === undefined ? {} : { buyerName }),
    liveVersion: program.flowVersion,
    list: program.list,
    heldList: null,
    products,
    ...(known === undefined ? {} : { known }),
  }
}
