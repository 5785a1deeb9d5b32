import { zoneOffset } from '@shopbell/engine'

/** The instant at which a zone's clocks show a date and a time; null: they are none. A time that clocks skip means what comes after. */
export function wallInstant(date: string, clock: string, timeZone: string): number | null {
  const wall = Date.parse(`${date}T${clock}:00Z`)
  if (Number.isNaN(wall)) return null
  // The offset at the wall's own number is at most a day off; asked again there, it is the one that holds, or the one before a gap.
  const near = wall - zoneOffset(wall, timeZone)
  return wall - zoneOffset(near, timeZone)
}

/** Date and time of day that a zone's clocks show, as the fields of a form take them. */
export function wallFields(at: number, timeZone: string): { readonly date: string; readonly clock: string } {
  const wall = new Date(at + zoneOffset(at, timeZone)).toISOString()
  return { date: wall.slice(0, 10), clock: wall.slice(11, 16) }
}
