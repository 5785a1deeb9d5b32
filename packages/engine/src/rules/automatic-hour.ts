import { HOUR_MS } from '../time/duration.ts'

/** What the robot said in the current hour of a conversation; the hour begins with its first message (WEL-16). */
export interface AutomaticHour {
  readonly since: number
  readonly count: number
}

/** The hour that an instant belongs to: the one there is, or one that begins with it. */
export function automaticHourAt(at: number, hour: AutomaticHour | undefined): AutomaticHour {
  return hour !== undefined && at - hour.since < HOUR_MS ? hour : { since: at, count: 0 }
}
