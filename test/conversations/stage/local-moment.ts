import type { LocalMoment } from '../script/script.ts'

const DAY_MS = 86_400_000

/** The UTC instant at which clocks in `timeZone` show `moment`. */
export function instantOf({ day, time }: LocalMoment, timeZone: string): number {
  const wall = Date.parse(`${day}T${time}:00Z`)
  // Twice, because the first guess may lie on the other side of a change of the clocks.
  const guess = wall - offsetMs(wall, timeZone)
  return wall - offsetMs(guess, timeZone)
}

/** The calendar day after the one an instant falls on in `timeZone`. */
export function nextDay(at: number, timeZone: string): string {
  const today = new Date(at + offsetMs(at, timeZone)).toISOString().slice(0, 10)
  return new Date(Date.parse(`${today}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
}

function offsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value)
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return wall - Math.floor(at / 1_000) * 1_000
}
