import { t } from '#lib/i18n/locale.svelte.ts'

/** Minutes as `16 h 30`; whole hours without minutes. */
export function hoursLong(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return rest === 0
    ? t('hours.durationHours', { hours })
    : t('hours.duration', { hours, minutes: String(rest).padStart(2, '0') })
}
