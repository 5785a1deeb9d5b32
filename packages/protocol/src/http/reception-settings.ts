import Type, { type Static } from 'typebox'
import { closed } from '../field.ts'

const CalendarDay = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })

/** Minutes of a day; a range that is stored on one day may end on the next. */
const DAY_MINUTES = 1_440
export const MAX_RANGES_A_DAY = 12
export const MAX_EXCEPTIONS = 200
/** Longest span of one exception, in days. */
export const MAX_EXCEPTION_DAYS = 366

/**
 * A piece of a day, in minutes since its midnight on the wall clock, `until` excluded. It belongs to the day it begins on; an `until`
 * above 1440 lies on the next day: `18:00-09:00` is `{from: 1080, until: 1980}` (SCH-06).
 */
export const DayRange = Type.Object(
  {
    from: Type.Integer({ minimum: 0, maximum: DAY_MINUTES - 1 }),
    until: Type.Integer({ minimum: 0, maximum: 2 * DAY_MINUTES }),
  },
  closed,
)
export type DayRange = Static<typeof DayRange>

const DayRanges = Type.Array(DayRange, { maxItems: MAX_RANGES_A_DAY })

/** The ranges of seven days, Monday first (SCH-02). */
export const Week = Type.Array(DayRanges, { minItems: 7, maxItems: 7 })
export type Week = Static<typeof Week>

/** What holds on the dates of an exception (SCH-08): as on any other week, nothing, all day, ranges of its own, or like a weekday. */
export const DayPlan = Type.Union([
  Type.Object({ does: Type.Literal('usual') }, closed),
  Type.Object({ does: Type.Literal('closed') }, closed),
  Type.Object({ does: Type.Literal('allDay') }, closed),
  Type.Object({ does: Type.Literal('ranges'), ranges: DayRanges }, closed),
  Type.Object({ does: Type.Literal('like'), weekday: Type.Integer({ minimum: 0, maximum: 6 }) }, closed),
])
export type DayPlan = Static<typeof DayPlan>

/** Dates that are not like their weekday. Of two on one date, the one edited last wins. */
export const DatedException = Type.Object(
  {
    id: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
    name: Type.String({ maxLength: 80 }),
    from: CalendarDay,
    through: CalendarDay,
    robot: DayPlan,
    people: DayPlan,
    /** Set by the server when the exception changes. */
    editedAt: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    editedBy: Type.String({ maxLength: 80 }),
  },
  closed,
)
export type DatedException = Static<typeof DatedException>

/** The parts of the reception that can be switched off one by one (SCH-12). */
export const ReceptionParts = Type.Object(
  {
    welcome: Type.Boolean(),
    recommendation: Type.Boolean(),
    faq_list: Type.Boolean(),
    smart_questions: Type.Boolean(),
  },
  closed,
)
export type ReceptionParts = Static<typeof ReceptionParts>

/** When the robot receives buyers, and when people do (SCH-01…SCH-12). */
export const ReceptionSettings = Type.Object(
  {
    mode: Type.Union([Type.Literal('off'), Type.Literal('always'), Type.Literal('custom')]),
    /** An IANA zone; null: the store's (SCH-04). */
    timeZone: Type.Union([Type.String({ minLength: 1, maxLength: 64 }), Type.Null()]),
    /** When the robot is on, where the mode is `custom` (SCH-03). */
    robot: Week,
    /** When people are there; null: nobody has said. */
    office: Type.Union([Week, Type.Null()]),
    exceptions: Type.Array(DatedException, { maxItems: MAX_EXCEPTIONS }),
    parts: ReceptionParts,
  },
  closed,
)
export type ReceptionSettings = Static<typeof ReceptionSettings>

/** What a store has before anybody chose something: the robot receives at all times, with everything it has. */
export const DEFAULT_RECEPTION_SETTINGS: ReceptionSettings = {
  mode: 'always',
  timeZone: null,
  robot: [[], [], [], [], [], [], []],
  office: null,
  exceptions: [],
  parts: { welcome: true, recommendation: true, faq_list: true, smart_questions: true },
}
