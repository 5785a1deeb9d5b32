import { greetAfterSilence } from '../rules/greet-after-silence.ts'
import { keepTheHours } from '../rules/keep-the-hours.ts'
import { leaveItToPerson } from '../rules/leave-it-to-person.ts'
import { leavePersonTime } from '../rules/leave-person-time.ts'
import { receiveOnceADay } from '../rules/receive-once-a-day.ts'
import { refreshAfterTap } from '../rules/refresh-after-tap.ts'
import type { Verdict } from '../rules/verdict.ts'
import { waitForMessage } from '../rules/wait-for-message.ts'
import type { BuyerRecord } from './buyer-record.ts'
import type { ReceptionEvent } from './event.ts'
import type { Facts } from './facts.ts'
import type { Session } from './session.ts'

/**
 * Decides whether the reception is due with this event; null says yes, a refusal says why not. The first rule that refuses is the
 * reason. Never while a person speaks for the store, while the robot
 * is off, or when a person has just written; on opening the chat or on a message, as the rule book wants; after its quiet
 * days; once a store-day; where the list changed, by what PUB-06 says of the old one; and unless an extension's rule speaks against it.
 */
export function whyNotDue(session: Session | null, event: ReceptionEvent, facts: Facts): Verdict {
  const { profile, buyer, store } = facts
  const { trigger, idleDays, faq } = profile.reception
  const { timeZone } = store
  return (
    leaveItToPerson(session?.handling ?? 'robot') ??
    keepTheHours(store.robotOff) ??
    waitForMessage(event.type === 'buyer.entered', trigger) ??
    leavePersonTime(event.at, buyer.personAt) ??
    greetAfterSilence(event.at, buyer.lastContactAt, idleDays) ??
    receiveOnceADay(event.at, buyer.receivedAt, {
      timeZone,
      oncePerDay: faq.oncePerDay,
      receivedHere: session !== null && hasReceived(session),
    }) ??
    refreshAfterTap(event.at, listsOf(buyer, facts), { timeZone, refreshNeedsTap: faq.refreshNeedsTap }) ??
    facts.silence ??
    null
  )
}

function listsOf({ held, tapped, tappedAt }: BuyerRecord, { list }: Facts) {
  // Of a tap that was written down without its time it is known only that it is past.
  return {
    held: held?.listVersion ?? null,
    live: list?.version ?? null,
    tappedAt: tappedAt ?? (tapped ? 0 : null),
  }
}

/** The events that can make a reception due. */
export function canBeDue(event: ReceptionEvent): boolean {
  return event.type === 'buyer.entered' || event.type === 'buyer.said' || event.type === 'buyer.sent'
}

/** The session's path has left its beginning. */
export function hasReceived({ value }: Session): boolean {
  return typeof value === 'string' || value['path'] !== '$idle'
}
