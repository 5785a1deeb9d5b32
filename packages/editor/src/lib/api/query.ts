/** What narrows a list; what is left out or empty narrows nothing. Instants are milliseconds in digits. */
export type Query = Readonly<Record<string, string | undefined>>

/** A query as the end of an address, with its question mark where there is one. */
export function queryText(query: Query): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
