import type { Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

export const KEEP_THE_HOURS: Rule = {
  ids: ['SCH-01', 'SCH-09', 'SCH-10'],
  says: 'While the robot is off by the store’s hours it begins nothing; what has begun goes on.',
  reads: [],
}

/** Why the robot is off: it was switched off, or these are not its hours. `until`: when it is next on, if that is known. */
export interface RobotOff {
  readonly by: 'mode' | 'hours'
  readonly until: number | null
}

/** Keeps the robot from beginning anything while it is off at the instant the server received the event (SCH-01, SCH-09, SCH-10). */
export function keepTheHours(off: RobotOff | undefined): Verdict {
  return off === undefined ? null : { code: 'ROBOT_OFF', because: { by: off.by, until: off.until } }
}
