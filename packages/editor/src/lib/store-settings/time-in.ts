/** The time of day in a zone, with the weekday; null: there is no such zone. */
export function timeIn(locale: string, timeZone: string, at: number): string | null {
  try {
    const words = new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(at)
    // 周日 19:36, where Intl puts nothing between.
    return words.replace(/(?<=\p{Script=Han})(?=\d)/u, ' ')
  } catch {
    return null // what is being typed
  }
}
