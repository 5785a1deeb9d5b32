const FORMATS = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of an instant in an IANA zone, as `YYYY-MM-DD` (FAQ-12). Through Intl; the engine has no clock of its own. */
export function localDay(at: number, timeZone: string): string {
  let format = FORMATS.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    FORMATS.set(timeZone, format)
  }
  return format.format(at)
}
