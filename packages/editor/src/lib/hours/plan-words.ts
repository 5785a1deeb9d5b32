import type { DayPlan } from '@shopbell/protocol'
import { locale, t } from '#lib/i18n/locale.svelte.ts'
import { clockOf, weekdayName } from './clock-words.ts'

/** The side a plan is for: a robot is off where people are closed. */
type PlanSide = 'robot' | 'people'

/** What a plan says, for the table. */
export function planWords(plan: DayPlan, side: PlanSide): string {
  switch (plan.does) {
    case 'usual':
      return t('hours.plan.usual')
    case 'closed':
      return t(side === 'robot' ? 'hours.plan.off' : 'hours.plan.closed')
    case 'allDay':
      return t('hours.plan.allDay')
    case 'like':
      return t('hours.plan.like', { day: weekdayName(locale(), plan.weekday, 'long') })
    case 'ranges':
      return plan.ranges
        .map(({ from, until }) => t('hours.barBetween', { from: clockOf(from), until: clockOf(until) }))
        .join(' · ')
  }
}

/** Every plan a select box offers, by a value of its own. */
export function planOptions(side: PlanSide): readonly { readonly value: string; readonly label: string }[] {
  const simple = (['usual', 'closed', 'allDay'] as const).map((does) => ({
    value: does,
    label: planWords({ does }, side),
  }))
  const like = Array.from({ length: 7 }, (_, weekday) => ({
    value: `like ${String(weekday)}`,
    label: planWords({ does: 'like', weekday }, side),
  }))
  return [...simple, { value: 'ranges', label: t('hours.plan.ranges') }, ...like]
}

/** The value of `planOptions` that a plan has. */
export function planValue(plan: DayPlan): string {
  return plan.does === 'like' ? `like ${String(plan.weekday)}` : plan.does
}

/** The plan of a value; ranges of its own begin as an office day. */
export function planOf(value: string): DayPlan {
  if (value.startsWith('like ')) return { does: 'like', weekday: Number(value.slice('like '.length)) }
  if (value === 'ranges') return { does: 'ranges', ranges: [{ from: 540, until: 1_080 }] }
  return value === 'closed' || value === 'allDay' ? { does: value } : { does: 'usual' }
}
