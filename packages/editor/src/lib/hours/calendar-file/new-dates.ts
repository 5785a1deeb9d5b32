import { dateOfDay } from '@shopbell/engine'
import type { DatedException, DayPlan } from '@shopbell/protocol'
import type { NamedDays } from './read-calendar-file.ts'

/** Those of a calendar that are not on the list yet: a list that has just these dates keeps what it says of them. */
export function newDates(
  dates: readonly NamedDays[],
  exceptions: readonly DatedException[],
): readonly NamedDays[] {
  const known = new Set(exceptions.map(({ from, through }) => `${from} ${through}`))
  return dates.filter(({ from, through }) => !known.has(`${dateOfDay(from)} ${dateOfDay(through)}`))
}

/** What robot and people do on those dates, as entries of the list. Nobody has edited them: the server says who did when they are saved. */
export function exceptionsOn(
  dates: readonly NamedDays[],
  plans: { readonly robot: DayPlan; readonly people: DayPlan },
): readonly DatedException[] {
  return dates.map(({ name, from, through }) => ({
    ...{ id: crypto.randomUUID(), name, from: dateOfDay(from), through: dateOfDay(through) },
    ...plans,
    ...{ editedAt: 0, editedBy: '' },
  }))
}
