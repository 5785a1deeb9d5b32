import type { Classified } from './classified.ts'
import type { ReceptionEvent } from './event.ts'
import type { Refusal } from './refusal.ts'

/** The same event where the robot may not speak: what was said is kept, and a person has to go on (WEL-16). */
export function leftToPerson({ own, events }: Classified, event: ReceptionEvent, why: Refusal): Classified {
  const [first] = events
  const asks = first !== undefined && event.type !== 'buyer.entered'
  return {
    ...(own === undefined ? {} : { own }),
    events: asks ? [{ type: 'buyer.unanswered', world: first.world }] : [],
    refusals: [why],
  }
}
