import { canBeDue } from './due.ts'
import type { ReceptionEvent } from './event.ts'
import type { FactKey } from './facts.ts'
import type { Session } from './session.ts'
import { isStatusTimer, maySayStatus } from './status-timer.ts'

/**
 * What the shell has to look up before the step, beside the conversation's own row: products when a reception may begin or go on to
 * its picks, the card when the buyer sent one, and what is remembered of status replies. At most two queries.
 */
export function factsNeeded(session: Session | null, event: ReceptionEvent): readonly FactKey[] {
  if (event.type === 'timer.fired' && isStatusTimer(event.id)) return ['status']
  const goesOn = event.type.startsWith('buyer.') || event.type === 'timer.fired'
  // In a person's hands the path stands still; only a new session, which these may begin, recommends anything.
  const mayRecommend = session?.handling === 'human' ? canBeDue(event) : goesOn
  return [
    ...(mayRecommend ? (['products'] as const) : []),
    ...(event.type === 'buyer.sent' ? (['card'] as const) : []),
    ...(maySayStatus(event) ? (['status'] as const) : []),
  ]
}
