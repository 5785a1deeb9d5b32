import type { Handling, Message, ProductCard } from '@shopbell/protocol'
import type { BuyerRecord } from '../conversation/buyer-record.ts'
import type { MessageEffect, ScheduleEffect } from '../conversation/effect.ts'
import type { ReceptionEvent } from '../conversation/event.ts'
import type { Facts } from '../conversation/facts.ts'
import { compileFlow, type Program } from '../conversation/program.ts'
import type { Refusal } from '../conversation/refusal.ts'
import type { Session } from '../conversation/session.ts'
import type { Step } from '../conversation/step-result.ts'
import { step } from '../conversation/step.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import type { Profile } from '../flow/profile.ts'
import type { BuyerAct } from './buyer-act.ts'
import { spellLinks, wayOf, type LinkPlace, type SpelledFlow } from './spelled-flow.ts'

/** A document made ready to be tried, published or not. */
export interface PlayableFlow {
  readonly program: Program
  readonly spelled: SpelledFlow
}

/** Makes a flow ready to be played, once for all conversations. A draft with problems too: it waits where a link is missing. */
export function playable(document: FlowDocument): PlayableFlow {
  return { program: compileFlow(document), spelled: spellLinks(document) }
}

/** Who is tried, and in which shop. The clock stands at `startsAt`; only a `wait` moves it. */
export interface PlaySetting {
  readonly profile: Profile
  readonly storeName: string
  readonly timeZone: string
  readonly locales: readonly string[]
  readonly buyer: BuyerRecord
  readonly products: readonly ProductCard[]
  readonly startsAt: number
}

/** A message of the tried conversation as a buyer gets it, and the block or question it comes from. */
export interface PlayedMessage extends Message {
  readonly source: string | null
}

/** Where things stand after one act; the first step is the buyer opening the chat. */
export interface PlayedStep {
  /** Last message so far. */
  readonly head: number
  /** The block the conversation stands at, or came through last; null before the reception. */
  readonly now: string | null
  /** The blocks it came through, in order, those that say nothing too. */
  readonly blocks: readonly string[]
  readonly links: readonly LinkPlace[]
  /** Why the robot stayed silent. */
  readonly refusals: readonly Refusal[]
}

/** A timer that waits for the buyer's silence. */
export interface Waiting {
  readonly kind: ScheduleEffect['kind']
  readonly block: string
  readonly afterMs: number
}

/** What came of a played conversation: all that was said, the steps that said it, and where it stands. */
export interface PlayedConversation {
  readonly messages: readonly PlayedMessage[]
  readonly steps: readonly PlayedStep[]
  /** The first act that does not fit this flow; it and what comes after it were left out. */
  readonly unfit: { readonly act: number; readonly refusal: Refusal } | null
  readonly waiting: Waiting | null
  readonly handling: Handling
  /** The block whose question is open. */
  readonly asks: string | null
  readonly answers: Session['context']['answers']
}

/**
 * Plays one buyer's conversation from its beginning: opening the chat, then the acts in order, as far as they fit the flow. Pure, and
 * the same `step` that serves buyers. Throws where the flow leads round in an endless circle; `validateFlow` says so beforehand.
 */
export function playConversation(
  flow: PlayableFlow,
  setting: PlaySetting,
  acts: readonly BuyerAct[],
): PlayedConversation {
  const messages: PlayedMessage[] = []
  const steps: PlayedStep[] = []
  const timers = new Map<string, ScheduleEffect>()
  let session: Session | null = null
  let { buyer } = setting
  let at = setting.startsAt

  function happen(event: ReceptionEvent): Refusal | null {
    const facts = factsFor(flow.program, setting, buyer, messages.length)
    const way = wayOf(flow.spelled, session, event, facts)
    const taken = step(flow.program, session, event, facts)
    if (taken.rejected) return taken.rejected
    session = taken.session
    at = event.at
    if (event.type === 'timer.fired') timers.delete(event.id)
    carryOut(taken)
    const now = way.blocks.at(-1) ?? steps.at(-1)?.now ?? null
    steps.push({ head: messages.length, now, ...way, refusals: taken.refusals })
    return null
  }

  function carryOut({ effects }: Step): void {
    for (const effect of effects) {
      if (effect.type === 'message') messages.push(messageOf(effect, messages.length + 1, at))
      if (effect.type === 'remember') buyer = effect.record
      if (effect.type === 'schedule') timers.set(effect.id, effect)
      if (effect.type === 'cancel' && timers.get(effect.id)?.generation === effect.generation)
        timers.delete(effect.id)
    }
  }

  happen({ type: 'buyer.entered', entry: 'store_home', at })
  let unfit: PlayedConversation['unfit'] = null
  for (const [act, buyerAct] of acts.entries()) {
    const event = eventOf(buyerAct, messages, nextTimer(timers), at)
    const refusal = event ? happen(event) : NOT_THERE
    if (refusal) {
      unfit = { act, refusal }
      break
    }
  }
  const end = endOf(session)
  return { messages, steps, unfit, waiting: waitingFor(nextTimer(timers), at), ...end }
}

const NOT_THERE: Refusal = { code: 'NOT_HELD' }

function endOf(session: Session | null): Pick<PlayedConversation, 'handling' | 'asks' | 'answers'> {
  return {
    handling: session?.handling ?? 'robot',
    asks: session?.open?.block ?? null,
    answers: session?.context.answers ?? {},
  }
}

function factsFor(program: Program, setting: PlaySetting, buyer: BuyerRecord, head: number): Facts {
  const { profile, storeName, timeZone, locales, products } = setting
  return {
    head,
    store: { name: storeName, timeZone, openNow: true },
    profile,
    locales,
    buyer,
    liveVersion: program.flowVersion,
    list: program.list,
    heldList: null,
    products,
  }
}

function messageOf({ author, kind, content, replyTo, source }: MessageEffect, seq: number, at: number) {
  const reply = replyTo === undefined ? {} : { replyTo }
  return { type: 'message', seq, at, author, kind, content, ...reply, source: source ?? null } as const
}

/** An act as the event it is now; null where the flow no longer has what it speaks of. */
function eventOf(
  act: BuyerAct,
  messages: readonly PlayedMessage[],
  timer: ScheduleEffect | undefined,
  at: number,
): ReceptionEvent | null {
  switch (act.type) {
    case 'say':
      return { type: 'buyer.said', text: act.text, at }
    case 'choose':
      return { type: 'buyer.chose', item: act.item, at }
    case 'wait':
      return timer
        ? { type: 'timer.fired', id: timer.id, generation: timer.generation, at: timer.dueAt }
        : null
    case 'tap':
    case 'answer': {
      const message = askedBy(messages, act.source)
      if (message === null) return null
      return act.type === 'tap'
        ? { type: 'buyer.tapped', message, option: act.option, at }
        : { type: 'buyer.answered', message, value: act.value, at }
    }
  }
}

function askedBy(messages: readonly PlayedMessage[], asking: string): number | null {
  const asked = messages.findLast(
    ({ source, content }) => source === asking && (content.kind === 'choices' || content.kind === 'form'),
  )
  return asked?.seq ?? null
}

function nextTimer(timers: ReadonlyMap<string, ScheduleEffect>): ScheduleEffect | undefined {
  return [...timers.values()].sort((one, other) => one.dueAt - other.dueAt)[0]
}

function waitingFor(timer: ScheduleEffect | undefined, at: number): Waiting | null {
  return timer ? { kind: timer.kind, block: timer.block, afterMs: timer.dueAt - at } : null
}
