const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** `14:05`, in this device's time zone. */
export function clockTime(locale: string, at: number): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
}

/** For a list row: the time today, the weekday within six days, else the date. */
export function listTime(locale: string, at: number, now: number): string {
  const days = wholeDaysApart(at, now)
  if (days <= 0) return clockTime(locale, at)
  if (days < 7) return new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(at)
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at)
}

/** For a line between two days of a thread: `Today`, `Yesterday`, else weekday and date. */
export function dayName(locale: string, at: number, now: number): string {
  const days = wholeDaysApart(at, now)
  if (days === 0 || days === 1) {
    const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day')
    return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)
  }
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year }).format(at)
}

/** `14:05` today, else date and time: for "saved …", "live since …". */
export function moment(locale: string, at: number, now: number): string {
  if (wholeDaysApart(at, now) === 0) return clockTime(locale, at)
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(at)
}

/** A length of time in its largest unit, never below one minute: `5 min`, `3 hr`, `2 days`. */
export function duration(locale: string, lengthMs: number): string {
  const [value, unit] =
    lengthMs >= DAY_MS
      ? [lengthMs / DAY_MS, 'day']
      : lengthMs >= HOUR_MS
        ? [lengthMs / HOUR_MS, 'hour']
        : [Math.max(lengthMs / MINUTE_MS, 1), 'minute']
  const words = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(
    Math.floor(value),
  )
  return spaceBeforeHan(words)
}

/** The name of a language in the reader's language; the tag itself where there is none. */
export function languageName(locale: string, tag: string): string {
  try {
    // Readers of Chinese look for the script: 简体中文, not 中文（中国）.
    const { language, script } = new Intl.Locale(tag).maximize()
    const name = language === 'zh' && script ? `${language}-${script}` : tag
    return new Intl.DisplayNames(locale, { type: 'language' }).of(name) ?? tag
  } catch {
    return tag // a tag no browser knows, such as a buyer's invention
  }
}

function wholeDaysApart(earlier: number, later: number): number {
  return Math.round((startOfDay(later) - startOfDay(earlier)) / DAY_MS)
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

/** `5分钟` → `5 分钟`, the way the console writes numbers beside Chinese. */
export function spaceBeforeHan(words: string): string {
  return words.replaceAll(/(\d)(?=\p{Script=Han})/gu, '$1 ')
}
