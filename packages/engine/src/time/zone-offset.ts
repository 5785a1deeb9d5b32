import { DAY_MS, HOUR_MS } from './duration.ts'

/** Clocks change on a quarter of an hour; an offset that is the same at both ends of one holds within it. */
const STRETCH_MS = HOUR_MS / 4
/** Stretches remembered per zone: six weeks, some of it asked for again and again. */
const MAX_STRETCHES = 4_096

interface Zone {
  readonly format: Intl.DateTimeFormat
  readonly offsets: Map<number, number>
}

const ZONES = new Map<string, Zone | null>()
/** More names than there are zones are somebody's inventions. */
const MAX_NAMES = 2_000

/** Says whether the runtime knows an IANA zone of this name (SCH-04). */
export function isTimeZone(name: string): boolean {
  return zoneOf(name) !== null
}

/**
 * What a zone's wall clock is ahead of UTC at an instant, in milliseconds. Through Intl, remembered per quarter of an hour, because
 * Intl costs more than all the rest of a verdict. A zone the runtime does not know counts as UTC; saving one is refused.
 */
export function zoneOffset(at: number, timeZone: string): number {
  const zone = zoneOf(timeZone)
  if (zone === null) return 0
  const stretch = Math.floor(at / STRETCH_MS)
  const known = zone.offsets.get(stretch)
  if (known !== undefined) return known
  const begin = offsetAt(zone.format, stretch * STRETCH_MS)
  if (begin !== offsetAt(zone.format, (stretch + 1) * STRETCH_MS - 1)) return offsetAt(zone.format, at)
  if (zone.offsets.size >= MAX_STRETCHES) zone.offsets.clear()
  zone.offsets.set(stretch, begin)
  return begin
}

/** The first instant after `from` and not after `to` at which the zone's clocks differ from those at `from`; null: they do not change. */
export function clockChange(from: number, to: number, timeZone: string): number | null {
  const before = zoneOffset(from, timeZone)
  if (zoneOffset(to, timeZone) === before) return null
  let [same, changed] = [from, to]
  while (changed - same > 1) {
    const middle = same + Math.floor((changed - same) / 2)
    if (zoneOffset(middle, timeZone) === before) same = middle
    else changed = middle
  }
  return changed
}

function zoneOf(name: string): Zone | null {
  const known = ZONES.get(name)
  if (known !== undefined) return known
  const zone = openZone(name)
  if (ZONES.size >= MAX_NAMES) ZONES.clear()
  ZONES.set(name, zone)
  return zone
}

function openZone(timeZone: string): Zone | null {
  // A name, not an offset such as `+08:00`: only a name knows when the clocks are set.
  if (!/^[A-Za-z]/.test(timeZone)) return null
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
    return { format, offsets: new Map() }
  } catch {
    return null // Intl throws for a name it does not know
  }
}

/** `3/8/2026, 03:00:00`, whatever the separators. */
const NUMBERS = /\d+/g

function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = (
    format.format(at).match(NUMBERS) ?? []
  ).map(Number)
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  const wholeSecond = at - (((at % 1_000) + 1_000) % 1_000)
  const offset = wall - wholeSecond
  // Years before 1 count backwards without a sign; no schedule is asked about them.
  return Math.abs(offset) < 2 * DAY_MS ? offset : 0
}
