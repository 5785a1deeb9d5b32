import { type CalendarRead, faulty, understood } from './calendar-fault.ts'
import type { ContentLine } from './content-lines.ts'

/** An entry of a calendar as its file has it. */
export interface EventLines {
  /** Where it begins, from 1. */
  readonly line: number
  /** Its own lines, without those of its reminders. */
  readonly lines: readonly ContentLine[]
}

interface Open {
  readonly line: number
  readonly kind: string
  readonly lines: ContentLine[]
}

/** The entries of a file of one calendar or several. Tasks, zones and reminders only have to be closed as they were opened. */
export function eventLines(lines: readonly ContentLine[]): CalendarRead<readonly EventLines[]> {
  const [first] = lines
  if (first?.name !== 'BEGIN' || first.value.toUpperCase() !== 'VCALENDAR') return faulty(1, 'NO_CALENDAR')
  const events: EventLines[] = []
  const open: Open[] = []
  for (const one of lines) {
    const kind = one.value.toUpperCase()
    if (one.name === 'BEGIN') open.push({ line: one.line, kind, lines: [] })
    else if (one.name === 'END') {
      const closed = open.pop()
      if (closed?.kind !== kind) return faulty(one.line, 'CLOSED_WRONG')
      if (kind === 'VEVENT') events.push({ line: closed.line, lines: closed.lines })
    } else {
      const within = open.at(-1)
      if (!within) return faulty(one.line, 'NOT_A_LINE')
      within.lines.push(one)
    }
  }
  const left = open.at(-1)
  return left ? faulty(left.line, 'NOT_CLOSED') : understood(events)
}
