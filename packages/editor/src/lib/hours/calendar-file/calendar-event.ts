import { MAX_EXCEPTION_DAYS } from '@shopbell/protocol'
import { type CalendarDay, isWholeDay, readDay } from './calendar-day.ts'
import { type CalendarRead, faulty, readEach, understood } from './calendar-fault.ts'
import type { ContentLine } from './content-lines.ts'
import type { EventLines } from './event-lines.ts'
import { readRule, type RecurrenceRule } from './recurrence-rule.ts'

/** An entry of whole days. Days are counted from 1970-01-01. */
export interface CalendarEvent {
  /** Where it begins in the file, from 1. */
  readonly line: number
  readonly uid: string
  readonly name: string
  readonly start: number
  /** How many days it takes. */
  readonly length: number
  readonly rule: RecurrenceRule | null
  readonly alsoOn: readonly number[]
  readonly notOn: ReadonlySet<number>
  /** The day of the entry with the same `uid` that this one stands for. */
  readonly insteadOf: number | null
}

/** Entries that are no dates: with a time of day, or called off. */
export type NoDates = 'timed' | 'cancelled'

export function readEvent({ line, lines }: EventLines): CalendarRead<CalendarEvent | NoDates> {
  const named = (name: string) => lines.find((one) => one.name === name)
  if (named('STATUS')?.value.toUpperCase() === 'CANCELLED') return understood('cancelled')
  const startLine = named('DTSTART')
  if (!startLine) return faulty(line, 'NO_START')
  const start = readDay(startLine.value, startLine.line)
  if (!start.ok) return start
  const length = readLength(start.value, named('DTEND'), named('DURATION'))
  if (!length.ok) return length
  if (length.value === 'timed') return understood('timed')
  if (length.value > MAX_EXCEPTION_DAYS) return faulty(line, 'TOO_LONG')
  const ruleLine = named('RRULE')
  const rule = ruleLine ? readRule(ruleLine) : understood(null)
  if (!rule.ok) return rule
  const days = (name: string) => readEach(valuesOf(lines, name), ([value, at]) => readDay(value, at))
  const [alsoOn, notOn, insteadOf] = [days('RDATE'), days('EXDATE'), days('RECURRENCE-ID')]
  if (!alsoOn.ok) return alsoOn
  if (!notOn.ok) return notOn
  if (!insteadOf.ok) return insteadOf
  const dayOf = ({ day }: CalendarDay) => day
  return understood({
    line,
    uid: named('UID')?.value ?? '',
    name: plainText(named('SUMMARY')?.value ?? ''),
    ...{ start: start.value.day, length: length.value, rule: rule.value },
    ...{ alsoOn: alsoOn.value.map(dayOf), notOn: new Set(notOn.value.map(dayOf)) },
    insteadOf: insteadOf.value[0]?.day ?? null,
  })
}

/** How many days from a beginning to an end; an end on the day it begins is meant as one day, as many programs write it. */
function readLength(
  start: CalendarDay,
  endLine: ContentLine | undefined,
  durationLine: ContentLine | undefined,
): CalendarRead<number | 'timed'> {
  if (!isWholeDay(start)) return understood('timed')
  if (endLine) {
    const end = readDay(endLine.value, endLine.line)
    if (!end.ok) return end
    if (end.value.day < start.day) return faulty(endLine.line, 'ENDS_BEFORE')
    if (!isWholeDay(end.value)) return understood('timed')
    if (end.value.day === start.day && start.clock !== null) return understood('timed')
    return understood(Math.max(1, end.value.day - start.day))
  }
  if (!durationLine) return understood(start.clock === null ? 1 : 'timed')
  const [, weeks, days] =
    /^\+?P(?:(\d{1,3})W|(\d{1,4})D(?:T0+H(?:0+M)?(?:0+S)?)?)$/.exec(durationLine.value) ?? []
  const length = Number(weeks ?? 0) * 7 + Number(days ?? 0)
  if (length > 0) return understood(length)
  return start.clock === null ? faulty(durationLine.line, 'LENGTH_UNKNOWN') : understood('timed')
}

/** Every value of the lines of a name, with its line. Of a period only its beginning counts. */
function valuesOf(lines: readonly ContentLine[], name: string): readonly (readonly [string, number])[] {
  return lines
    .filter((one) => one.name === name)
    .flatMap(({ value, line }) => value.split(',').map((one) => [one.split('/')[0] ?? '', line] as const))
}

const MAX_NAME = 80

/** A text without its escapes, on one line, as long as a name may be; no character is cut in two. */
function plainText(value: string): string {
  const text = value
    .replaceAll(/\\(.)/g, (_, escaped: string) => (escaped === 'n' || escaped === 'N' ? ' ' : escaped))
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  let name = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (name.length + segment.length > MAX_NAME) break
    name += segment
  }
  return name.trim()
}
