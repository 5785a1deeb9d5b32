import type { ReceptionEvent } from '../conversation/event.ts'
import type { Facts } from '../conversation/facts.ts'
import type { Memory } from './reference-path.ts'

const HOUR = 3_600_000

/** The model's own word on whether an event begins a session. */
export function begins(is: Memory, event: ReceptionEvent, facts: Facts): boolean {
  if (!is.session) return true
  if (!event.type.startsWith('buyer.')) return false
  if (is.handling === 'closed') return true
  if (event.at - is.lastAt > facts.profile.reception.sessionGapHours * HOUR) return true
  const answers = is.open !== null && event.type !== 'buyer.entered'
  const starts = ['buyer.entered', 'buyer.said', 'buyer.sent'].includes(event.type)
  return starts && !answers && !is.fresh && whyNotDue(is, event, facts) === null
}

/** And on whether the reception is due. */
export function whyNotDue(is: Memory, event: ReceptionEvent, { profile, store }: Facts): string | null {
  const { trigger, idleDays } = profile.reception
  if (is.handling === 'human') return 'HUMAN_IN_CHARGE'
  if (store.robotOff) return 'ROBOT_OFF'
  if (trigger === 'first_message_after_idle' && event.type === 'buyer.entered') return 'WAITS_FOR_MESSAGE'
  if (is.personAt !== null && event.at < is.personAt + HOUR / 12) return 'PERSON_WROTE_LATELY'
  const silence = is.lastContactAt === null ? Infinity : event.at - is.lastContactAt
  if (idleDays !== null && silence < idleDays * 24 * HOUR) return 'CONTACT_TOO_RECENT'
  return is.receivedDay === dayOf(event.at) ? 'LIST_ALREADY_TODAY' : null
}

/** The same within an event that was written down already: it is judged by the contact before it. */
export function dueBefore(is: Memory, event: ReceptionEvent, facts: Facts): string | null {
  return whyNotDue({ ...is, lastContactAt: facts.buyer.lastContactAt }, event, facts)
}

/** The shop's day; it is in Shanghai, which has no summer time. */
export function dayOf(at: number): string {
  return new Date(at + 8 * HOUR).toISOString().slice(0, 10)
}
