import type { DatedException, DayPlan, DayRange, ReceptionSettings } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { dates, hours } from '../../testing/schedule-with.ts'
import { nextChange } from './next-change.ts'
import { scheduleOf } from './schedule-of.ts'
import { isOn } from './schedule-verdict.ts'

/** `.ci/run` walks around every change of every zone's clocks; elsewhere a sample has to do. */
const ALL = process.env['SHOPBELL_ALL_ZONES'] === 'on'
const SAMPLE = 60
const SEED = Number(process.env['SHOPBELL_SEED'] ?? Date.now() % 2 ** 31)

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const WALK_MS = DAY_MS
const BEGIN = Date.UTC(2020, 0, 1)
const END = Date.UTC(2036, 0, 1)

test('the schedule is what a walk minute by minute around the changes of clocks says (SCH-06, SCH-07)', () => {
  const random = randomFrom(SEED)
  const zones = Intl.supportedValuesOf('timeZone')
  const places = ALL ? zones.flatMap(changesOf) : sampled(zones, random)
  expect(places.length).toBeGreaterThanOrEqual(ALL ? 2_000 : SAMPLE)
  for (const { zone, at } of places) walk(zone, at, anySettings(zone, at, random))
  console.info(`${String(places.length)} changes of clocks walked, seed ${String(SEED)}`)
}, 600_000)

interface Place {
  readonly zone: string
  readonly at: number
}

/** Compares every minute of two days, and the chain of next changes with the walk's own. */
function walk(zone: string, middle: number, settings: ReceptionSettings): void {
  const schedule = scheduleOf(settings, 'robot', 'UTC')
  const [first, last] = [middle - WALK_MS, middle + WALK_MS]
  const told = (at: number) =>
    `${zone} ${new Date(at).toISOString()} ${JSON.stringify(settings)} seed ${String(SEED)}`
  const flips: number[] = []
  let before: boolean | null = null
  for (let at = first; at <= last; at += MINUTE_MS) {
    const on = plainVerdict(settings, plainWall(at, zone))
    if (isOn(schedule, at) !== on) expect.fail(told(at))
    if (before !== null && before !== on) flips.push(at)
    before = on
  }
  let at = first
  for (const flip of flips) {
    const next = nextChange(schedule, at)
    if (next !== flip) expect.fail(`next change after ${told(at)} is not ${String(next)} but ${String(flip)}`)
    at = flip
  }
  const after = nextChange(schedule, at)
  if (after !== null && after <= last) expect.fail(`no change after ${told(at)}`)
}

interface Wall {
  readonly date: string
  readonly weekday: number
  readonly minute: number
}

/** The rules of a schedule once more, in the plainest way, on dates as texts. */
function plainVerdict(settings: ReceptionSettings, { date, weekday, minute }: Wall): boolean {
  const exceptionOn = (day: string): DatedException | undefined =>
    [...settings.exceptions]
      .filter(({ from, through, robot }) => from <= day && day <= through && robot.does !== 'usual')
      .sort((a, b) => a.editedAt - b.editedAt)
      .at(-1)
  const rangesOf = (exception: DatedException | undefined, day: number): readonly DayRange[] => {
    const plan: DayPlan = exception?.robot ?? { does: 'usual' }
    if (plan.does === 'allDay') return [{ from: 0, until: 1_440 }]
    if (plan.does === 'closed') return []
    if (plan.does === 'ranges') return plan.ranges
    return settings.robot[plan.does === 'like' ? plan.weekday : day] ?? []
  }
  const yesterday = new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10)
  const [today, dayBefore] = [exceptionOn(date), exceptionOn(yesterday)]
  const inside = (ranges: readonly DayRange[], at: number) =>
    ranges.some(({ from, until }) => from <= at && at < until)
  if (inside(rangesOf(today, weekday), minute)) return true
  const late = minute + 1_440
  if (today?.robot.does === 'like') return inside(settings.robot[(today.robot.weekday + 6) % 7] ?? [], late)
  if (today !== undefined && today !== dayBefore) return false
  return inside(rangesOf(dayBefore, (weekday + 6) % 7), late)
}

const WALLS = new Map<string, Intl.DateTimeFormat>()
const WEEKDAYS = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ')

/** Asks Intl for every minute anew, in other words than the engine does. */
function plainWall(at: number, timeZone: string): Wall {
  let format = WALLS.get(timeZone)
  format ??= new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  WALLS.set(timeZone, format)
  const [date = '', time = ''] = format.format(at).split(' ')
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const weekday = WEEKDAYS.indexOf(new Date(`${date}T12:00:00Z`).toUTCString().slice(0, 3))
  return { date, weekday, minute: hour * 60 + minute }
}

/** Every change of a zone's clocks in these years, to the minute. */
function changesOf(zone: string): readonly Place[] {
  const differs = (at: number) => Date.parse(`${wallText(at, zone)}Z`) - at
  const places: Place[] = []
  for (let day = BEGIN; day < END; day += DAY_MS) {
    if (differs(day) === differs(day + DAY_MS)) continue
    let [before, after] = [day, day + DAY_MS]
    while (after - before > MINUTE_MS) {
      const middle = before + Math.floor((after - before) / MINUTE_MS / 2) * MINUTE_MS
      if (differs(middle) === differs(day)) before = middle
      else after = middle
    }
    places.push({ zone, at: after })
  }
  return places
}

function wallText(at: number, zone: string): string {
  const { date, minute } = plainWall(at, zone)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`
}

function sampled(zones: readonly string[], random: () => number): readonly Place[] {
  const places: Place[] = []
  while (places.length < SAMPLE) {
    const changes = changesOf(pick(zones, random))
    if (changes.length > 0) places.push(...changes.slice(0, 1), pick(changes, random))
  }
  return places
}

/** Ranges and dates that meet the change: any hours, most of them early, and exceptions on the days around. */
function anySettings(zone: string, at: number, random: () => number): ReceptionSettings {
  const upTo = (n: number) => Math.floor(random() * n)
  const anyRange = (): DayRange => {
    const from = upTo(4) === 0 ? upTo(1_440) : upTo(10) * 30
    return { from, until: from + 1 + upTo(upTo(2) === 0 ? 120 : 1_440) }
  }
  const anyRanges = () => Array.from({ length: upTo(3) }, anyRange)
  const anyPlan = (): DayPlan =>
    pick<DayPlan>(
      [
        { does: 'usual' },
        { does: 'closed' },
        { does: 'allDay' },
        { does: 'ranges', ranges: anyRanges() },
        { does: 'like', weekday: upTo(7) },
      ],
      random,
    )
  const dateAround = () => new Date(at + (upTo(4) - 2) * DAY_MS).toISOString().slice(0, 10)
  const exceptions = Array.from({ length: upTo(3) }, (_, index) => {
    const [from = '', through = ''] = [dateAround(), dateAround()].sort()
    return dates(`d${String(index)}`, [from, through], anyPlan(), upTo(1_000_000))
  })
  return hours(zone, {}, { robot: Array.from({ length: 7 }, anyRanges), exceptions })
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('There is nothing to pick from.')
  return item
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
