import { DAY_MS } from '../time/duration.ts'
import type { Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

export const GREET_AFTER_SILENCE: Rule = {
  ids: ['WEL-01', 'WEL-03', 'WEL-06', 'SQ-10'],
  says: 'A buyer is greeted only when shop and buyer were not in contact for the idle days.',
  reads: ['reception.idleDays'],
}

/**
 * Greets a buyer only when shop and buyer have not been in contact for the profile's idle days (WEL-01, WEL-03). A refusal gives the
 * whole days since the last contact.
 */
export function greetAfterSilence(
  at: number,
  lastContactAt: number | null,
  idleDays: number | null,
): Verdict {
  if (lastContactAt === null || idleDays === null) return null
  const silence = at - lastContactAt
  if (silence >= idleDays * DAY_MS) return null
  return { code: 'CONTACT_TOO_RECENT', because: { days: Math.floor(silence / DAY_MS) } }
}
