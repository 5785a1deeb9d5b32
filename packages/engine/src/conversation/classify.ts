import type { MessageContent } from '@shopbell/protocol'
import { askOncePerProduct } from '../rules/ask-once-per-product.ts'
import { findEqualQuestion } from '../rules/find-equal-question.ts'
import { hearClosingPhrase } from '../rules/hear-closing-phrase.ts'
import { keepTheHours } from '../rules/keep-the-hours.ts'
import { leaveItToPerson } from '../rules/leave-it-to-person.ts'
import type { World } from '../flow/condition-holds.ts'
import type { AnswerValue } from '../flow/variable.ts'
import { hasReceived, whyNotDue } from './due.ts'
import { cardAnswer, cardReplies, tapsCardList } from './card-replies.ts'
import { settledLabel } from './settled-words.ts'
import { contactFits, contactText } from './contact-details.ts'
import type { Classification, Classified } from './classified.ts'
import type { ClassifiedEvent } from './classified-event.ts'
import type { ReceptionEvent } from './event.ts'
import type { Facts } from './facts.ts'
import { enabledQuestion, heldList, liveList, wordsIn } from './list-answer.ts'
import { askedForPerson, chosen } from './classify-choice.ts'
import { tapsCategories } from './menu-replies.ts'
import type { Program } from './program.ts'
import { labelsOf, openVariable } from './open-question.ts'
import { answerFits, readAnswer, shownAnswer } from './read-answer.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import type { Session } from './session.ts'
import { delayedStatus, isStatusTimer } from './status-timer.ts'
import { personLabel } from './system-note.ts'

/** Classifies a raw event once, outside the machine (flow-format, "From event to machine"). */
export function classify(
  program: Program,
  session: Session,
  event: ReceptionEvent,
  facts: Facts,
  world: World,
): Classification {
  switch (event.type) {
    case 'buyer.entered':
      return entered(program, session, event, facts, world)
    case 'buyer.tapped':
      return tapped(program, session, event, facts, world)
    case 'buyer.answered':
      return answered(program, session, event, world)
    case 'buyer.said':
      return said(program, session, event, facts, world)
    case 'buyer.sent':
      return sent(program, session, event, facts, world)
    case 'buyer.chose':
      return chose(program, session, event, facts, world)
    case 'buyer.left_contact':
      return leftContact(session, event, world)
    case 'agent.replied':
      return {
        own: { author: 'agent', content: { kind: 'text', text: event.text } },
        events: session.handling === 'human' ? [] : [{ type: 'human.joined', world }],
        refusals: [],
      }
    case 'agent.assigned':
      return { events: [{ type: 'human.joined', world }], refusals: [] }
    case 'agent.returned':
      return session.handling === 'robot' || session.handling === 'closed'
        ? rejected('NOTHING_TO_DO')
        : { events: [{ type: 'human.left', world }], refusals: [] }
    case 'closed':
      return session.handling === 'closed'
        ? rejected('NOTHING_TO_DO')
        : { events: [{ type: 'session.closed', world }], refusals: [] }
    case 'agent.typed':
      return delayedStatus(session.timers) === undefined ? rejected('NOTHING_TO_DO') : NOTHING_MOVES
    case 'timer.fired':
      return fired(session, event, world)
  }
}

type Of<T extends ReceptionEvent['type']> = Extract<ReceptionEvent, { type: T }>

function entered(
  program: Program,
  session: Session,
  event: Of<'buyer.entered'>,
  facts: Facts,
  world: World,
): Classification {
  const refusal = whyNoReception(program, session, event, facts)
  return refusal ? { events: [], refusals: [refusal] } : { events: [receptionDue(world, null)], refusals: [] }
}

function whyNoReception(
  { document }: Program,
  session: Session,
  event: ReceptionEvent,
  facts: Facts,
): Refusal | null {
  const refusal = whyNotDue(session, event, facts)
  if (refusal) return refusal
  return document.entries.reception === undefined ? { code: 'NO_RECEPTION' } : null
}

function tapped(
  program: Program,
  session: Session,
  event: Of<'buyer.tapped'>,
  facts: Facts,
  world: World,
): Classification {
  if (tapsCardList(event.message, facts.buyer)) return tappedForCard(event, facts)
  if (tapsCategories(event.message, facts.buyer)) return chosen(program, session, facts, world, event.message)
  const list = heldList(program, facts, event.message)
  const question = list ? enabledQuestion(list, event.option) : undefined
  if (list && question) {
    const off = whyNoAnswer(session, facts)
    const text = wordsIn(question.question, session.locale, list.defaultLocale)
    return {
      own: { author: 'buyer', content: { kind: 'text', text }, replyTo: event.message },
      ...(off === null
        ? { events: [{ type: 'faq.tapped', question: question.id, world }], refusals: [] }
        : { events: [{ type: 'buyer.unanswered', world }], refusals: [off] }),
    }
  }
  const variable = openVariable(program, session, event.message)
  if (variable?.type === 'choices') {
    return answered(program, session, { ...event, type: 'buyer.answered', value: [event.option] }, world)
  }
  return variable?.type === 'choice'
    ? answered(program, session, { ...event, type: 'buyer.answered', value: event.option }, world)
    : rejected('NOT_HELD')
}

/** The list for cards has no version: what is switched off or deleted is not held any more (FAQ-16). */
function tappedForCard({ message }: Of<'buyer.tapped'>, facts: Facts): Classification {
  const { cardQuestion } = facts
  if (!cardQuestion) return rejected('NOT_HELD')
  return {
    own: {
      author: 'buyer',
      content: { kind: 'text', text: settledLabel(cardQuestion, facts) },
      replyTo: message,
    },
    replies: cardAnswer(cardQuestion, facts),
    events: [],
    refusals: [],
  }
}

/** A list is answered while the robot is on, and in a session that began while it was (SCH-01, SCH-10). */
function whyNoAnswer(session: Session, { store }: Facts): Refusal | null {
  return hasReceived(session) ? null : keepTheHours(store.robotOff)
}

function answered(
  program: Program,
  session: Session,
  event: Of<'buyer.answered'>,
  world: World,
): Classification {
  const variable = openVariable(program, session, event.message)
  if (!variable) return rejected('NOT_HELD')
  if (!answerFits(variable, event.value)) return rejected('ANSWER_UNFIT')
  const text = shownAnswer(variable, event.value, labelsOf(program, session))
  return answering(event.value, text, event.message, world)
}

function said(
  program: Program,
  session: Session,
  event: Of<'buyer.said'>,
  facts: Facts,
  world: World,
): Classification {
  const own = { author: 'buyer', content: { kind: 'text', text: event.text } } as const
  const leave = leaveItToPerson(session.handling)
  if (leave) {
    const closing = closes(session, event, facts) ? { ...own, closes: true as const } : own
    return { own: closing, events: [], refusals: [leave] }
  }
  const equal = findEqualQuestion(liveList(program, facts), event.text, session.locale)
  const whyNot = hasReceived(session) ? NOT_FOUND : whyNoReception(program, session, event, facts)
  if (!whyNot) return { own, events: [receptionDue(world, equal?.id ?? null)], refusals: [] }
  const isAnswered = equal && whyNoAnswer(session, facts) === null
  if (isAnswered) return { own, events: [{ type: 'faq.tapped', question: equal.id, world }], refusals: [] }
  const variable = session.open ? openVariable(program, session, session.open.seq) : undefined
  if (session.open && variable) {
    const value = readAnswer(variable, event.text, labelsOf(program, session))
    return answering(value, event.text, session.open.seq, world)
  }
  if (closes(session, event, facts)) {
    return { own: { ...own, closes: true }, events: [], refusals: [{ code: 'CLOSING_PHRASE' }] }
  }
  return { own, events: [{ type: 'buyer.unanswered', world }], refusals: [whyNot] }
}

/** By the store's own list, which the shell has asked, else by the one that every store begins with. */
function closes({ answered }: Session, { text }: Of<'buyer.said'>, facts: Facts): boolean {
  return answered === true && (facts.closes ?? hearClosingPhrase(text, true))
}

function sent(
  program: Program,
  session: Session,
  event: Of<'buyer.sent'>,
  facts: Facts,
  world: World,
): Classification {
  const content: MessageContent = facts.card
    ? { kind: 'products', items: [facts.card] }
    : (facts.order ?? { kind: 'text', text: event.ref })
  const own = { author: 'buyer', content } as const
  const leave = leaveItToPerson(session.handling)
  if (leave) return { own, events: [], refusals: [leave] }
  const replies = cardReplies(session, event, facts)
  const received: ClassifiedEvent = { type: 'card.received', world }
  const whyNot = hasReceived(session) ? NOT_FOUND : whyNoReception(program, session, event, facts)
  if (!whyNot) return { own, replies, events: [received, receptionDue(world, null)], refusals: [] }
  const isKnown = event.card === 'product' && facts.card !== undefined
  const mayAsk = program.hasQuestions && keepTheHours(facts.store.robotOff) === null && !world.asksNothing
  if (isKnown && mayAsk && askOncePerProduct(event.ref, session.asked ?? [])) {
    return { own, replies, events: [received, { type: 'questions.due', world }], refusals: [] }
  }
  // An open question stays open: a card is no answer to it, and the buyer is not lost.
  if (session.open || replies.length > 0) return { own, replies, events: [received], refusals: [] }
  return { own, events: [received, { type: 'buyer.unanswered', world }], refusals: [whyNot] }
}

function chose(
  program: Program,
  session: Session,
  { item }: Of<'buyer.chose'>,
  facts: Facts,
  world: World,
): Classification {
  return item === 'person'
    ? askedForPerson(session, personLabel(session.locale), world)
    : chosen(program, session, facts, world)
}

/** Somebody who leaves an address expects a person, not the robot. */
function leftContact(session: Session, event: Of<'buyer.left_contact'>, world: World): Classification {
  if (!contactFits(event)) return rejected('ANSWER_UNFIT')
  return askedForPerson(session, contactText(event, session.locale), world)
}

function answering(value: AnswerValue, text: string, replyTo: number, world: World): Classified {
  return {
    own: { author: 'buyer', content: { kind: 'text', text }, replyTo },
    events: [{ type: 'question.answered', value, world }],
    refusals: [],
  }
}

/** A timer of the machine is an event of it; one that brings a status reply moves nothing. */
function fired(session: Session, { id, generation }: Of<'timer.fired'>, world: World): Classification {
  if (session.timers[id] !== generation) return rejected('TIMER_NOT_ARMED')
  if (isStatusTimer(id)) return NOTHING_MOVES
  const ofMachine = /^xstate\.after\.(.*)$/s.exec(id)?.[1]
  if (ofMachine === undefined) return rejected('TIMER_NOT_ARMED')
  return { events: [{ type: `xstate.after.${ofMachine}`, world }], refusals: [] }
}

const NOTHING_MOVES: Classified = { events: [], refusals: [] }
const NOT_FOUND: Refusal = { code: 'NOT_FOUND_IN_LIST' }

function receptionDue(world: World, question: string | null): ClassifiedEvent {
  return { type: 'reception.due', question, world }
}

function rejected(code: RefusalCode): Classification {
  return { rejected: { code } }
}
