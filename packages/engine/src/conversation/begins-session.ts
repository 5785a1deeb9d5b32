import { HOUR_MS } from '../time/duration.ts'
import { canBeDue, whyNotDue } from './due.ts'
import type { ReceptionEvent } from './event.ts'
import type { Facts } from './facts.ts'
import type { Session } from './session.ts'

/**
 * Says whether an event begins a new session, which the shell then runs with the live flow version: there is none, the session gap
 * has passed (ENT-02), it was closed and the buyer comes back, or the reception is due again while an older run is behind the buyer.
 */
export function beginsSession(session: Session | null, event: ReceptionEvent, facts: Facts): boolean {
  if (!session) return true
  if (event.type === 'timer.fired') return false
  if (event.at - session.lastAt >= facts.profile.reception.sessionGapHours * HOUR_MS) return true
  if (session.handling === 'closed' && event.type.startsWith('buyer.')) return true
  return canBeDue(event) && hasReceived(session) && whyNotDue(session, event, facts) === null
}

/** The session's path has left its beginning. */
export function hasReceived({ value }: Session): boolean {
  return typeof value === 'string' || value['path'] !== '$idle'
}
