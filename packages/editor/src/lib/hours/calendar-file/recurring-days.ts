import { weekdayOf } from '@shopbell/engine'
import type { RecurrenceRule } from './recurrence-rule.ts'

const DAY_MS = 86_400_000
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3

/** Days since 1970-01-01 on which a rule that begins at `start` falls, of those from `from` through `through`. */
export function recurringDays(
  rule: RecurrenceRule,
  start: number,
  from: number,
  through: number,
): readonly number[] {
  const { indexOf, firstDay } = periodsOf(rule)
  const last = Math.min(through, rule.until ?? through)
  const begins = indexOf(start)
  // Only who counts has to see what came before.
  const skipped = rule.count === null ? Math.max(0, indexOf(from) - begins) : 0
  let index = begins + skipped - (skipped % rule.interval)
  let left = rule.count ?? Infinity
  const found: number[] = []
  for (; firstDay(index) <= last; index += rule.interval) {
    for (const day of meantIn(firstDay(index), firstDay(index + 1), rule, start)) {
      if (day < start) continue
      if (day > last || left === 0) return found
      left -= 1
      if (day >= from) found.push(day)
    }
  }
  return found
}

/** Days, weeks, months or years, numbered so that the next one's number is one more. */
function periodsOf({ each, weekBegins }: RecurrenceRule): {
  readonly indexOf: (day: number) => number
  readonly firstDay: (index: number) => number
} {
  switch (each) {
    case 'DAILY':
      return { indexOf: (day) => day, firstDay: (index) => index }
    case 'WEEKLY': {
      const shift = FIRST_WEEKDAY - weekBegins
      return { indexOf: (day) => Math.floor((day + shift) / 7), firstDay: (index) => index * 7 - shift }
    }
    case 'MONTHLY':
      return {
        indexOf: (day) => yearOf(day) * 12 + monthOf(day) - 1,
        firstDay: (index) => dayNumber(Math.floor(index / 12), index % 12),
      }
    case 'YEARLY':
      return { indexOf: yearOf, firstDay: (year) => dayNumber(year, 0) }
  }
}

function meantIn(begin: number, end: number, rule: RecurrenceRule, start: number): readonly number[] {
  const days = Array.from({ length: end - begin }, (_, at) => begin + at).filter((day) =>
    isMeant(day, rule, start),
  )
  const { positions } = rule
  if (positions.length === 0) return days
  return days.filter((_, at) => positions.includes(at + 1) || positions.includes(at - days.length))
}

function isMeant(day: number, { each, months, monthDays, weekdays }: RecurrenceRule, start: number): boolean {
  if (months.length > 0 && !months.includes(monthOf(day))) return false
  if (monthDays.length === 0 && weekdays.length === 0) return isLikeStart(day, each, months, start)
  const { at, length } = placeInMonth(day)
  if (monthDays.length > 0 && !monthDays.includes(at) && !monthDays.includes(at - length - 1)) return false
  if (weekdays.length === 0) return true
  const { at: place, length: all } =
    each === 'YEARLY' && months.length === 0 ? placeInYear(day) : { at, length }
  const [nth, nthLast] = [Math.ceil(place / 7), -Math.ceil((all - place + 1) / 7)]
  return weekdays.some((one) => one.weekday === weekdayOf(day) && [null, nth, nthLast].includes(one.nth))
}

/** A rule that names no days means those like its first. */
function isLikeStart(
  day: number,
  each: RecurrenceRule['each'],
  months: readonly number[],
  start: number,
): boolean {
  if (each === 'DAILY') return true
  if (each === 'WEEKLY') return weekdayOf(day) === weekdayOf(start)
  if (placeInMonth(day).at !== placeInMonth(start).at) return false
  return each === 'MONTHLY' || months.length > 0 || monthOf(day) === monthOf(start)
}

const yearOf = (day: number) => new Date(day * DAY_MS).getUTCFullYear()
const monthOf = (day: number) => new Date(day * DAY_MS).getUTCMonth() + 1

/** The day a month begins on; `Date.UTC` would take the years below 100 for others. */
const dayNumber = (year: number, month: number) => new Date(0).setUTCFullYear(year, month, 1) / DAY_MS

function placeInMonth(day: number): { readonly at: number; readonly length: number } {
  const [year, month] = [yearOf(day), monthOf(day) - 1]
  const first = dayNumber(year, month)
  return { at: day - first + 1, length: dayNumber(year, month + 1) - first }
}

function placeInYear(day: number): { readonly at: number; readonly length: number } {
  const first = dayNumber(yearOf(day), 0)
  return { at: day - first + 1, length: dayNumber(yearOf(day) + 1, 0) - first }
}
