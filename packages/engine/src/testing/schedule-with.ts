import {
  type DatedException,
  type DayPlan,
  type DayRange,
  DEFAULT_RECEPTION_SETTINGS,
  type ReceptionSettings,
} from '@shopbell/protocol'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Ranges as sellers write them: `18:00-09:00` ends on the next day. */
export function ranges(words: string): DayRange[] {
  return words === '' ? [] : words.split(' ').map(rangeOf)
}

/** Custom hours of the robot by weekday, e.g. `{ fri: '18:00-09:00' }`, in `zone`; more settings as they are given. */
export function hours(
  zone: string,
  week: Partial<Record<(typeof DAYS)[number], string>>,
  more: Partial<ReceptionSettings> = {},
): ReceptionSettings {
  const robot = DAYS.map((day) => ranges(week[day] ?? ''))
  return { ...DEFAULT_RECEPTION_SETTINGS, mode: 'custom', timeZone: zone, robot, ...more }
}

/** Dates that differ for the robot. Ids are counted by the caller. */
export function dates(
  id: string,
  [from, through]: readonly [string, string],
  robot: DayPlan,
  editedAt = 0,
): DatedException {
  return { id, name: id, from, through, robot, people: { does: 'usual' }, editedAt, editedBy: 'Lin' }
}

function rangeOf(word: string): DayRange {
  const [from = 0, end = 0] = word.split('-').map(minuteOf)
  return { from, until: end <= from ? end + 1_440 : end }
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
