import { dateOfDay, wallTime, weekdayOf } from './wall-time.ts'

const ENGLISH_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const CHINESE_DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/**
 * An instant as a buyer reads it on the clock of a zone: `Monday 2026-03-02, 09:00`, `2026-03-02（周一）09:00`; in other languages
 * `2026-03-02 09:00`. The words are our own, not the runtime's, because what was said has to be what a replay says in years to come.
 */
export function momentInWords(at: number, timeZone: string, locale: string): string {
  const { day, minute } = wallTime(at, timeZone)
  const clock = `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
  const date = dateOfDay(day)
  const [language] = locale.toLowerCase().split('-')
  if (language === 'en') return `${ENGLISH_DAYS[weekdayOf(day)] ?? ''} ${date}, ${clock}`
  if (language === 'zh') return `${date}（${CHINESE_DAYS[weekdayOf(day)] ?? ''}）${clock}`
  return `${date} ${clock}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
