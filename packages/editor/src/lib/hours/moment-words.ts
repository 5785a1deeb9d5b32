/** An instant as a zone's clocks show it: `Sat 6 Feb, 22:10`. */
export function momentIn(locale: string, timeZone: string, at: number): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    ...{ weekday: 'short', day: 'numeric', month: 'short' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(at)
}

/** Only the weekday and the time: what `now` is. */
export function dayTimeIn(locale: string, timeZone: string, at: number): string {
  const words = new Intl.DateTimeFormat(locale, {
    timeZone,
    ...{ weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(at)
  // `周一18:00` → `周一 18:00`, the way the console writes numbers beside Chinese.
  return words.replaceAll(/(\p{Script=Han})(?=\d)/gu, '$1 ')
}

/** Dates of an exception: `4 – 17 Feb 2027`. */
export function datesBetween(locale: string, from: string, through: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    ...{ year: 'numeric', month: 'short', day: 'numeric' },
    ...(from === through ? { weekday: 'short' } : {}),
  })
  const [begin, end] = [Date.parse(`${from}T00:00Z`), Date.parse(`${through}T00:00Z`)]
  if (Number.isNaN(begin) || Number.isNaN(end)) return `${from} ${through}`
  return begin === end ? format.format(begin) : format.formatRange(begin, Math.max(begin, end))
}
