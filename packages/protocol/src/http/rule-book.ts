import Type, { type Static } from 'typebox'
import { closed, Instant, ShownText } from '../field.ts'
import { MessageKind } from '../message-kind.ts'

/** The engine's `ruleBookProblems` knows the bounds of each number. */
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 })

const ReceptionStep = Type.Union([
  Type.Literal('welcome'),
  Type.Literal('recommendation'),
  Type.Literal('faq_list'),
  Type.Literal('smart_questions'),
])

const FaqValues = Type.Object({
  maxCreated: Count,
  maxEnabled: Count,
  questionMax: Count,
  answerMax: Count,
  countMode: Type.Union([Type.Literal('grapheme'), Type.Literal('cjk')]),
  oncePerDay: Type.Boolean(),
  refreshNeedsTap: Type.Boolean(),
  answerBinding: Type.Union([Type.Literal('live'), Type.Literal('pinned')]),
})

const ReceptionValues = Type.Object({
  trigger: Type.Union([Type.Literal('first_message_after_idle'), Type.Literal('first_chat_open_of_day')]),
  idleDays: Type.Union([Count, Type.Null()]),
  order: Type.Array(ReceptionStep, { maxItems: 4 }),
  faq: Type.Partial(FaqValues, closed),
  smartQuestions: Type.Partial(Type.Object({ max: Count }), closed),
  welcomeMax: Count,
  automaticPerHour: Count,
  sessionGapHours: Count,
})

const CountingValues = Type.Object({
  autoCounts: Type.Array(MessageKind, { maxItems: 50 }),
  autoMarksRead: Type.Boolean(),
  autoNotifiesAgent: Type.Boolean(),
})

/** Values that a store’s own rule book has instead of those it is based on; what is left out is the base’s (PRF-01). */
export const RuleBookChanges = Type.Partial(
  Type.Object({
    reception: Type.Partial(ReceptionValues, closed),
    counting: Type.Partial(CountingValues, closed),
  }),
  closed,
)
export type RuleBookChanges = Static<typeof RuleBookChanges>

/** A rule book: the built-in one of this name, or (`changes` is not null) the store’s own, based on it. */
export const RuleBookChoice = Type.Object(
  {
    base: Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }),
    changes: Type.Union([RuleBookChanges, Type.Null()]),
  },
  closed,
)
export type RuleBookChoice = Static<typeof RuleBookChoice>

const CalendarDay = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })

/** Most days of a store’s rule books that are told, the latest ones. */
export const MAX_RULE_BOOK_DAYS = 100

/** A rule book from 00:00 of a calendar day of the store on; `from` null: the one it began with, which nobody chose. */
export const RuleBookSince = Type.Object(
  {
    from: Type.Union([CalendarDay, Type.Null()]),
    choice: RuleBookChoice,
    changedAt: Type.Optional(Instant),
    changedBy: Type.Optional(ShownText),
  },
  closed,
)
export type RuleBookSince = Static<typeof RuleBookSince>

/**
 * `GET /api/v1/settings/profile`: the rule book of today, the one of a later day where another was chosen, and the store’s own, to
 * be taken up again (PRF-01, PRF-02). `revision` grows with every save; 0: nobody ever saved.
 */
export const RuleBookDesk = Type.Object(
  {
    /** Whose midnight is meant. */
    storeZone: Type.String(),
    /** Whether who asks may change it. */
    keeper: Type.Boolean(),
    today: RuleBookChoice,
    /** Holds from 00:00 of that calendar day of the store; until then it can be taken back. */
    next: Type.Union([Type.Object({ from: CalendarDay, choice: RuleBookChoice }, closed), Type.Null()]),
    /** The calendar day from which a change made now holds. */
    changesFrom: CalendarDay,
    /** The one the store last had or wanted of its own; null: it never had one. */
    own: Type.Union([RuleBookChoice, Type.Null()]),
    /** Which one held, holds or will hold on which days, the latest first; each until the day before the one above it. */
    history: Type.Array(RuleBookSince, { maxItems: MAX_RULE_BOOK_DAYS + 1 }),
    revision: Type.Integer({ minimum: 0 }),
    changedAt: Type.Optional(Instant),
    changedBy: Type.Optional(ShownText),
  },
  closed,
)
export type RuleBookDesk = Static<typeof RuleBookDesk>

/** `POST /api/v1/settings/profile`: the rule book from the next midnight on, and the revision it was chosen at. Today’s takes a change back. */
export const RuleBookBody = Type.Object(
  { choice: RuleBookChoice, revision: Type.Integer({ minimum: 0 }) },
  closed,
)
export type RuleBookBody = Static<typeof RuleBookBody>
