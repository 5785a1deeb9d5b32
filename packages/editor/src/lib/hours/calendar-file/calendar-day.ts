import { dateOfDay, dayOfDate } from '@shopbell/engine'
import { type CalendarRead, faulty, understood } from './calendar-fault.ts'

/** A date of a calendar; `clock` is null where the whole day is meant, and ends with Z where it is a moment in UTC. */
export interface CalendarDay {
  readonly day: number
  readonly clock: string | null
}

const SHAPE = /^(\d{4})(\d{2})(\d{2})(?:T(\d{6}Z?))?$/

/** `20260217` or `20260217T090000Z`, as days since 1970-01-01. */
export function readDay(value: string, line: number): CalendarRead<CalendarDay> {
  const [, year = '', month = '', date = '', clock = null] = SHAPE.exec(value) ?? []
  const text = `${year}-${month}-${date}`
  const day = dayOfDate(text)
  // The 30th of February is read as a day of March.
  if (Number.isNaN(day) || dateOfDay(day) !== text) return faulty(line, 'DATE_UNKNOWN')
  return understood({ day, clock })
}

/** Whether it is a day's beginning: its date alone, or midnight where the calendar is read. */
export function isWholeDay({ clock }: CalendarDay): boolean {
  return clock === null || clock === '000000'
}
