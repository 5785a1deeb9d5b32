import { HOUR_MS } from '../time/duration.ts'
import type { Rule } from './rule.ts'

export const END_SESSION_AFTER_GAP: Rule = {
  ids: ['ENT-02', 'SQ-08'],
  says: 'A session is over when nobody wrote for longer than the session gap; exactly the gap still belongs to it.',
  reads: ['reception.sessionGapHours'],
}

/** Says whether a session is over when the buyer comes back: more than the gap has passed since its last message (ENT-02). */
export function endSessionAfterGap(at: number, lastAt: number, sessionGapHours: number): boolean {
  return at - lastAt > sessionGapHours * HOUR_MS
}
