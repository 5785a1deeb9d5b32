import { leaveOutPart } from '../rules/leave-out-part.ts'
import type { World } from '../flow/condition-holds.ts'
import { beginsSession } from './begins-session.ts'
import type { Classification } from './classified.ts'
import { classify } from './classify.ts'
import type { ReceptionEvent } from './event.ts'
import type { Facts } from './facts.ts'
import { freshSession } from './fresh-session.ts'
import type { Program } from './program.ts'
import type { Session } from './session.ts'

/** What an event is for a conversation as it stands, before anything moves. */
export interface ReadEvent {
  /** A new session begins with it. */
  readonly begins: boolean
  /** The session it happens in. */
  readonly here: Session
  readonly classification: Classification
}

/** Finds the session an event belongs to and what it is there. */
export function readEvent(
  program: Program,
  session: Session | null,
  event: ReceptionEvent,
  facts: Facts,
): ReadEvent {
  const begins = beginsSession(session, event, facts)
  const before = session && !begins ? session : freshSession(program, session, event, facts)
  const here = event.type === 'buyer.entered' ? enteredFrom(before, event) : before
  return { begins, here, classification: classify(program, here, event, facts, worldOf(here, event, facts)) }
}

function enteredFrom(session: Session, event: Extract<ReceptionEvent, { type: 'buyer.entered' }>): Session {
  const { entry, ref } = event
  return { ...session, entrance: ref === undefined ? { entry } : { entry, ref } }
}

function worldOf(
  { locale, entrance }: Session,
  event: ReceptionEvent,
  { store, buyer, products, known }: Facts,
): World {
  return {
    locale,
    entry: entrance?.entry ?? null,
    ...(event.type === 'buyer.sent' ? { card: event.card } : {}),
    ...(event.type === 'buyer.said' ? { words: event.text } : {}),
    openNow: store.openNow,
    returning: buyer.lastContactAt !== null || buyer.receivedAt !== null,
    products: products?.length ?? 0,
    ...(known === undefined ? {} : { known }),
    ...(leaveOutPart('smart_questions', store.without) ? { asksNothing: true } : {}),
  }
}
