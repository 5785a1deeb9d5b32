import { dateOfDay, dayOfDate } from '@shopbell/engine'
import type { RuleBookSince } from '@shopbell/protocol'
import { locale, t } from '#lib/i18n/locale.svelte.ts'

/** The days of a rule book in words; `next`: the one that came after it, `today`: the store's own day. */
export function heldWhen({ from }: RuleBookSince, next: RuleBookSince | undefined, today: string): string {
  const format = new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', dateStyle: 'medium' })
  const begin = from === null ? null : noonOf(from)
  const isOver = next !== undefined && next.from !== null && next.from <= today
  if (!isOver) {
    if (begin === null) return t('book.held.always')
    const day = format.format(begin)
    return from !== null && from > today ? t('book.held.coming', { day }) : t('book.held.since', { day })
  }
  const end = noonOf(dateOfDay(dayOfDate(next.from ?? today) - 1))
  return begin === null ? t('book.held.until', { day: format.format(end) }) : format.formatRange(begin, end)
}

function noonOf(day: string): number {
  return Date.parse(`${day}T12:00Z`)
}
