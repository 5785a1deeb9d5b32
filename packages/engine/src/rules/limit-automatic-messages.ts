import { automaticHourAt, type AutomaticHour } from './automatic-hour.ts'
import type { Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

export const LIMIT_AUTOMATIC_MESSAGES: Rule = {
  ids: ['WEL-16'],
  says: 'The robot sends at most so many messages in one conversation within an hour that begins with the first of them, answers to taps not counted; what would go beyond is left to a person.',
  reads: ['reception.automaticPerHour'],
}

/**
 * Refuses a step in which the robot would say more than the rule book allows in an hour (WEL-16): two robots that answer each other
 * stop. A step is taken whole or not at all, so nobody gets half a reception.
 */
export function limitAutomaticMessages(
  at: number,
  hour: AutomaticHour | undefined,
  more: number,
  automaticPerHour: number,
): Verdict {
  if (more === 0) return null
  const { count } = automaticHourAt(at, hour)
  return count + more > automaticPerHour
    ? { code: 'TOO_MANY_AUTOMATIC', because: { count, limit: automaticPerHour } }
    : null
}
