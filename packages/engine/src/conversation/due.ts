import { greetAfterSilence } from '../rules/greet-after-silence.ts'
import { receivedToday } from '../rules/receive-once-a-day.ts'
import type { ReceptionEvent } from './event.ts'
import type { Facts } from './facts.ts'
import type { Refusal } from './refusal.ts'
import type { Session } from './session.ts'

/**
 * Decides whether the reception is due with this event; null says yes, a refusal says why not. On opening the chat or on a message,
 * as the profile's trigger wants (WEL-04); a message implies that the chat is open. After the profile's quiet days (WEL-01), at most
 * once a store-day (FAQ-11), and where a profile allows more, still once in a session. Never while a person speaks for the store.
 */
export function whyNotDue(session: Session | null, event: ReceptionEvent, facts: Facts): Refusal | null {
  const { profile, buyer, store } = facts
  const { trigger, idleDays, faq } = profile.reception
  if (session?.handling === 'human') return { code: 'HUMAN_IN_CHARGE' }
  if (trigger === 'first_message_after_idle' && event.type === 'buyer.entered') {
    return { code: 'WAITS_FOR_MESSAGE' }
  }
  const days = greetAfterSilence(event.at, buyer.lastContactAt, idleDays)
  if (days !== null) return { code: 'CONTACT_TOO_RECENT', because: { days } }
  const oncePerDay = faq.oncePerDay || (session !== null && hasReceived(session))
  const already = oncePerDay && receivedToday(event.at, buyer.receivedAt, store.timeZone)
  return already ? { code: 'LIST_ALREADY_TODAY' } : null
}

/** The events that can make a reception due. */
export function canBeDue(event: ReceptionEvent): boolean {
  return event.type === 'buyer.entered' || event.type === 'buyer.said' || event.type === 'buyer.sent'
}

/** The session's path has left its beginning. */
export function hasReceived({ value }: Session): boolean {
  return typeof value === 'string' || value['path'] !== '$idle'
}
