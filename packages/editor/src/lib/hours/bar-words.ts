import { locale, t } from '#lib/i18n/locale.svelte.ts'
import { clockOf, weekdayName } from './clock-words.ts'
import type { DayBar } from './day-bars.ts'

const DAY = 1_440

/** What a bar says of itself: when it begins, and when and where it ends. */
export function barWords({ from, until, comesOver, goesOn }: DayBar): string {
  if (from === 0 && until === DAY) return t('hours.allDay')
  if (comesOver) return t('hours.barUntil', { time: clockOf(until) })
  if (goesOn === null || goesOn === 'always')
    return t('hours.barBetween', { from: clockOf(from), until: clockOf(until) })
  return t('hours.barTo', {
    from: clockOf(from),
    day: weekdayName(locale(), goesOn.weekday),
    time: clockOf(goesOn.until),
  })
}
