import type { Handling } from '@shopbell/protocol'
import type { Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

export const LEAVE_IT_TO_PERSON: Rule = {
  ids: ['STA-02', 'SQ-08'],
  says: 'While a person speaks for the store the robot is silent, but for taps on the lists the buyer holds and on the menu.',
  reads: [],
}

/** Keeps the robot silent while a person speaks for the store (STA-02, SQ-08). */
export function leaveItToPerson(handling: Handling): Verdict {
  return handling === 'human' ? { code: 'HUMAN_IN_CHARGE' } : null
}
