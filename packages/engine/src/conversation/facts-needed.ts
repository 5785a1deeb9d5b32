import type { ReceptionEvent } from './event.ts'
import type { FactKey } from './facts.ts'
import type { Session } from './session.ts'

/**
 * What the shell has to look up before the step, beside the conversation's own row: products when a reception may begin or go on to
 * its picks, the card when the buyer sent one. At most two queries.
 */
export function factsNeeded(session: Session | null, event: ReceptionEvent): readonly FactKey[] {
  const mayRecommend =
    event.type === 'buyer.entered' || (event.type.startsWith('buyer.') && session?.handling !== 'human')
  return [
    ...(mayRecommend ? (['products'] as const) : []),
    ...(event.type === 'buyer.sent' ? (['card'] as const) : []),
  ]
}
