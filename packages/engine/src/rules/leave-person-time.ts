import { MINUTE_MS } from '../time/duration.ts'
import type { Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

/** So long after a person's message the buyer still talks with them. */
const TIME_MS = 5 * MINUTE_MS

export const LEAVE_PERSON_TIME: Rule = {
  ids: ['SCH-11'],
  says: 'The robot begins no reception within five minutes after a person of the store has written.',
  reads: [],
}

/** Keeps the robot from beginning so short a time after a person of the store wrote (SCH-11). */
export function leavePersonTime(at: number, personAt: number | undefined): Verdict {
  return personAt !== undefined && at - personAt < TIME_MS ? { code: 'PERSON_WROTE_LATELY' } : null
}
