import { localDay } from '../time/local-day.ts'
import type { Rule } from './rule.ts'

export const PROFILE_OF_DAY: Rule = {
  ids: ['PRF-02'],
  says: 'One rule book holds for the whole of a calendar day of the store; another one begins at a midnight, and past days keep theirs.',
  reads: [],
}

/** Another rule book, from 00:00 of a calendar day (`YYYY-MM-DD`) of the store. */
export interface BookChange<Book> {
  readonly from: string
  readonly book: Book
}

/**
 * The rule book at an instant (PRF-02): of the changes whose day has come in the store's zone the one of the latest day, else the
 * `first`. It goes by days and not by instants: a store that moves to another zone takes its midnights along, and no day has two.
 */
export function profileOfDay<Book>(
  at: number,
  timeZone: string,
  { first, changes }: { readonly first: Book; readonly changes: readonly BookChange<Book>[] },
): Book {
  if (changes.length === 0) return first
  const today = localDay(at, timeZone)
  const begun = changes.filter(({ from }) => from <= today)
  return (
    begun.reduce<BookChange<Book> | null>(
      (latest, change) => (latest === null || latest.from < change.from ? change : latest),
      null,
    )?.book ?? first
  )
}
