import { dateOfDay, dayOfDate, localDay } from '@shopbell/engine'
import { locale, t } from '#lib/i18n/locale.svelte.ts'

/** From when a rule book holds: `from tomorrow, 00:00 (Asia/Shanghai)`, or from the day where that is another one. */
export function fromWhen(day: string, zone: string, at: number): string {
  const tomorrow = dateOfDay(dayOfDate(localDay(at, zone)) + 1)
  if (day === tomorrow) return t('book.tomorrow', { zone })
  const format = new Intl.DateTimeFormat(locale(), {
    timeZone: 'UTC',
    ...{ day: 'numeric', month: 'short', year: 'numeric' },
  })
  return t('book.day', { day: format.format(Date.parse(`${day}T00:00Z`)), zone })
}
