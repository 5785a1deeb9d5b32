import type { ReceptionSettings } from '@shopbell/protocol'
import { dayOfDate } from '../../time/wall-time.ts'
import { datesOf, type Schedule, type Side } from './schedule.ts'

/**
 * The schedule of one side, from the settings. People are there at all times where nobody has said their hours; whether the robot is
 * off has no say in that (SCH-03).
 */
export function scheduleOf(settings: ReceptionSettings, side: Side, storeZone: string): Schedule {
  const { mode, robot, office, exceptions } = settings
  return {
    mode: side === 'robot' ? mode : office === null ? 'always' : 'custom',
    timeZone: settings.timeZone ?? storeZone,
    week: side === 'robot' ? robot : (office ?? []),
    dates: datesOf(exceptions, side, dayOfDate),
  }
}
