import type { DatedException, DayPlan, DayRange, ReceptionSettings } from '@shopbell/protocol'

/** A dated exception as one side (the robot, or the people) keeps it. Days are those of `dayOfDate`, both included. */
export interface PlannedDates {
  /** Of the settings' exception. */
  readonly id: string
  readonly from: number
  readonly through: number
  readonly plan: Exclude<DayPlan, { readonly does: 'usual' }>
}

/** When one side receives buyers: plain data, ready to be asked. `dates` has the one edited last first, which wins (SCH-08). */
export interface Schedule {
  readonly mode: ReceptionSettings['mode']
  readonly timeZone: string
  /** Monday first. */
  readonly week: readonly (readonly DayRange[])[]
  readonly dates: readonly PlannedDates[]
}

/** The sides a schedule is kept for. */
export type Side = 'robot' | 'people'

/** Only what a plan of `side` changes; later edits first, and of two at one instant the one further down. */
export function datesOf(
  exceptions: readonly DatedException[],
  side: Side,
  dayOf: (date: string) => number,
): readonly PlannedDates[] {
  return exceptions
    .map((exception, index) => ({ exception, index }))
    .sort((a, b) => b.exception.editedAt - a.exception.editedAt || b.index - a.index)
    .flatMap(({ exception: { id, from, through, [side]: plan } }) =>
      plan.does === 'usual' ? [] : [{ id, from: dayOf(from), through: dayOf(through), plan }],
    )
}
