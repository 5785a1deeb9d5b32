import { endSessionAfterGap } from '../rules/end-session-after-gap.ts'
import { keepQuestionOpen } from '../rules/keep-question-open.ts'
import { canBeDue, hasReceived, whyNotDue } from './due.ts'
import type { ReceptionEvent } from './event.ts'
import type { Facts } from './facts.ts'
import type { Session } from './session.ts'

/**
 * Says whether an event begins a new session, which the shell then runs with the live flow version: there is none; the buyer comes
 * back after the session gap (ENT-02: more than it, not exactly it) or after the last one was closed; or the reception is due again
 * while an older run is behind the buyer. What the shop does belongs to the session there is, and so does a message while a question
 * is open: it is that question's answer (SQ-04), even on a new day.
 */
export function beginsSession(session: Session | null, event: ReceptionEvent, facts: Facts): boolean {
  if (!session) return true
  if (!event.type.startsWith('buyer.')) return false
  if (session.handling === 'closed') return true
  if (endSessionAfterGap(event.at, session.lastAt, facts.profile.reception.sessionGapHours)) return true
  if (keepQuestionOpen(session.open !== null, event.type === 'buyer.entered')) return false
  return canBeDue(event) && hasReceived(session) && whyNotDue(session, event, facts) === null
}
