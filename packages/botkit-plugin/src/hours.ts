import { isOn, nextChange, nextOn, type Schedule, scheduleOf, settingsProblems } from '@shopbell/engine'

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

/** Ranges such as `09:00-18:00`; one that ends before it begins goes on into the next day. A day that is left out has none. */
export type Week = Readonly<Partial<Record<(typeof WEEKDAYS)[number], readonly string[]>>>

/** When the robot receives, and when people are there, on the shop's clock. */
export interface Hours {
  /** Always where nothing is said. */
  readonly robot?: Week
  /** Always where nothing is said. */
  readonly people?: Week
  /** Days on which nobody is there and the robot receives all day: `2026-10-01`, or `2026-10-01/2026-10-07` with both days in it. */
  readonly holidays?: readonly string[]
}

/** Hours ready to be asked. */
export interface HoursKept {
  readonly robot: Schedule
  readonly people: Schedule
}

/** What the engine is told of a moment: who is there, and until when the robot is off (SCH-01). */
export interface MomentOfDay {
  readonly openNow: boolean
  readonly robotOff?: { readonly by: 'hours'; readonly until: number | null }
}

const ALWAYS = WEEKDAYS.map(() => [{ from: 0, until: 1_440 }])
const A_RANGE = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/
const DAYS = /^(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?$/

/** Throws an error that says what is wrong, and where. */
export function readHours({ robot, people, holidays = [] }: Hours, timeZone: string): HoursKept {
  const settings: Parameters<typeof scheduleOf>[0] = {
    mode: 'custom',
    timeZone,
    robot: robot === undefined ? ALWAYS : weekOf(robot, 'robot'),
    office: people === undefined ? null : weekOf(people, 'people'),
    exceptions: holidays.map((holiday, index) => ({
      ...{ id: String(index), name: '', editedAt: 0, editedBy: '' },
      ...datesOf(holiday),
      robot: { does: 'allDay' },
      people: { does: 'closed' },
    })),
    parts: { welcome: true, recommendation: true, faq_list: true, smart_questions: true },
  }
  const [problem] = settingsProblems(settings)
  if (problem) throw new Error(`The hours cannot be used: ${problem.at}: ${problem.message}`)
  return {
    robot: scheduleOf(settings, 'robot', timeZone),
    people: scheduleOf(settings, 'people', timeZone),
  }
}

export function momentOfDay({ robot, people }: HoursKept, at: number): MomentOfDay {
  const openNow = isOn(people, at)
  return isOn(robot, at) ? { openNow } : { openNow, robotOff: { by: 'hours', until: nextChange(robot, at) } }
}

/** When people are there again; null: nobody knows, or they are. */
export function opensAt({ people }: HoursKept, at: number): number | null {
  const next = nextOn(people, at)
  return next === at ? null : next
}

function weekOf(week: Week, of: string) {
  const unknown = Object.keys(week).find((day) => !WEEKDAYS.some((known) => known === day))
  if (unknown !== undefined) throw new Error(`The hours cannot be used: ${of} has no day “${unknown}”.`)
  return WEEKDAYS.map((day) => (week[day] ?? []).map((range) => rangeOf(range, `${of}, ${day}`)))
}

function rangeOf(range: string, where: string): { from: number; until: number } {
  const [from, until] = minutesIn(range, where)
  return { from, until: until > from ? until : until + 1_440 }
}

function minutesIn(range: string, where: string): readonly [number, number] {
  const [hour = NaN, minute = NaN, untilHour = NaN, untilMinute = NaN] = (A_RANGE.exec(range) ?? [])
    .slice(1)
    .map(Number)
  const from = hour * 60 + minute
  const until = untilHour * 60 + untilMinute
  const isRange = from < 1_440 && until <= 1_440 && minute < 60 && untilMinute < 60
  if (!isRange) throw new Error(`The hours cannot be used: ${where}: write “${range}” like 09:00-18:00.`)
  return [from, until]
}

function datesOf(holiday: string): { from: string; through: string } {
  const [, from, through = from] = DAYS.exec(holiday) ?? []
  if (from === undefined || through === undefined)
    throw new Error(
      `The hours cannot be used: write the holiday “${holiday}” like 2026-10-01 or 2026-10-01/2026-10-07.`,
    )
  return { from, through }
}
