/** A place in the inbox's order: after the row with this instant and key, in one of its two sections. */
export interface InboxPlace {
  readonly section: 'waiting' | 'others'
  readonly at: number
  readonly id: number
}

/** Before the first row. */
export const TOP: InboxPlace = { section: 'waiting', at: 0, id: 0 }

/** The place that `placeAfter` wrote; null: it is something else. */
export function parsePlace(text: string): InboxPlace | null {
  const [, section, at, id] = /^([wo])\.(\d{1,15})\.(\d{1,15})$/.exec(text) ?? []
  if (section === undefined) return null
  return { section: section === 'w' ? 'waiting' : 'others', at: Number(at), id: Number(id) }
}

/** The place after this row. */
export function placeAfter(row: {
  readonly id: number
  readonly waitingSince: number | null
  readonly lastAt: number
}): string {
  return row.waitingSince === null ? `o.${row.lastAt}.${row.id}` : `w.${row.waitingSince}.${row.id}`
}
