const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Says whether a text is a day of the calendar as `YYYY-MM-DD`; `2026-02-30` is not. */
export function isCalendarDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = SHAPE.exec(text) ?? []
  if (year === '') return false
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}
