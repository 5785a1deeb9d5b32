import type { Query } from '#lib/api/query.ts'

/** What stands in the fields, and in the page's address under the same names. Days are `YYYY-MM-DD` of this device. */
export interface Filters {
  readonly text: string
  readonly state: string
  readonly assignee: string
  readonly version: string
  readonly from: string
  readonly to: string
}

export const NO_FILTERS: Filters = { text: '', state: '', assignee: '', version: '', from: '', to: '' }

/** The fields as an address has them; what it does not name is empty. */
export function filtersIn(address: Pick<URLSearchParams, 'get'>): Filters {
  const of = (name: keyof Filters): string => address.get(name) ?? ''
  const day = (name: 'from' | 'to'): string => (/^\d{4}-\d\d-\d\d$/.test(of(name)) ? of(name) : '')
  return {
    text: of('text').slice(0, 200),
    state: of('state'),
    assignee: of('assignee'),
    version: /^[1-9]\d{0,8}$/.test(of('version')) ? of('version') : '',
    from: day('from'),
    to: day('to'),
  }
}

/** The fields as the query of an address; empty where nothing is narrowed. */
export function addressOf(filters: Filters): string {
  return String(new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== '')))
}

/** The fields as the server takes them: days become the instants they begin and end at. */
export function queryOf({ from, to, ...words }: Filters): Query {
  const begins = startOfDay(from)
  const ends = startOfDay(to, 1)
  return {
    ...words,
    text: words.text.trim(),
    ...(begins === null ? {} : { from: String(begins) }),
    ...(ends === null ? {} : { to: String(ends) }),
  }
}

export function isNarrowed(filters: Filters): boolean {
  return Object.values(filters).some((value) => value.trim() !== '')
}

export function datesCross({ from, to }: Filters): boolean {
  return from !== '' && to !== '' && from > to
}

/** The instant at which a day begins on this device, or one so many days later; null: no day. */
function startOfDay(day: string, later = 0): number | null {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return null
  return new Date(year, month - 1, date + later).getTime()
}
