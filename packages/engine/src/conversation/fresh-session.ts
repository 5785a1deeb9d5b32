import { matchLocale } from '../text/match-locale.ts'
import type { ReceptionEvent } from './event.ts'
import type { Facts } from './facts.ts'
import type { Program } from './program.ts'
import type { Session } from './session.ts'

/**
 * A session at its beginning. One that follows a session in which the buyer still waited for a person goes on waiting: a new day
 * must not take a buyer out of the follow-up list.
 */
export function freshSession(
  program: Program,
  previous: Session | null,
  event: ReceptionEvent,
  facts: Facts,
): Session {
  const waits = previous?.handling === 'waiting'
  return {
    value: { handling: waits ? 'waiting' : 'robot', path: '$idle', list: 'answering' },
    context: { answers: {}, handedTo: waits ? previous.context.handedTo : null },
    open: null,
    handling: waits ? 'waiting' : 'robot',
    ...(previous?.answered === true ? { answered: true } : {}),
    locale: matchLocale(facts.locales, program.locales, program.document.defaultLocale),
    entrance: previous?.entrance ?? null,
    startedAt: event.at,
    lastAt: event.at,
    timers: {},
    generation: previous?.generation ?? 0,
  }
}
