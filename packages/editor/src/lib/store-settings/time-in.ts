/** The time of day in a zone, with the weekday; null: there is no such zone. */
export function timeIn(locale: string, timeZone: string, at: number): string | null {
  try {
    return new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(at)
  } catch {
    return null // what is being typed
  }
}
