import type { RuleBookChoice } from '@shopbell/protocol'
import type { Profile } from './profile.ts'

/** Limits that hold in every built-in profile (design card: ≤ 7 created, ≤ 5 enabled, 10 and 200 characters). */
const CARD_LIMITS = {
  maxCreated: 7,
  maxEnabled: 5,
  questionMax: 10,
  answerMax: 200,
  countMode: 'grapheme',
  oncePerDay: true,
  refreshNeedsTap: false,
  answerBinding: 'live',
} as const

const SMART_QUESTIONS = { max: 5 } as const
const SESSION_GAP_HOURS = 24
/** Four receptions of five messages; two robots that answer each other stop soon. */
const AUTOMATIC_PER_HOUR = 20
/** What Pinduoduo counts as a reply to the buyer although no person wrote it. */
const COUNTED_ANSWERS: Profile['counting']['autoCounts'] = [
  'opening',
  'faq_answer',
  'order_card_answer',
  'product_card_reply',
  'self_menu_reply',
  'status_first',
  'status_busy',
  'status_closing',
]

/**
 * The built-in, read-only rule books (PRF-01, PRF-04). `alibaba` greets on the first message after thirty quiet days, `pinduoduo` on
 * the first opening of the day, `marketplace` (for shops of their own) too, but counts like `alibaba`.
 */
export const PROFILES: Readonly<Record<'alibaba' | 'pinduoduo' | 'marketplace', Profile>> = {
  alibaba: {
    id: 'alibaba',
    reception: {
      trigger: 'first_message_after_idle',
      idleDays: 30,
      order: ['welcome', 'recommendation', 'faq_list', 'smart_questions'],
      faq: CARD_LIMITS,
      smartQuestions: SMART_QUESTIONS,
      welcomeMax: 500,
      automaticPerHour: AUTOMATIC_PER_HOUR,
      sessionGapHours: SESSION_GAP_HOURS,
    },
    counting: { autoCounts: [], autoMarksRead: false, autoNotifiesAgent: true },
  },
  pinduoduo: {
    id: 'pinduoduo',
    reception: {
      trigger: 'first_chat_open_of_day',
      idleDays: null,
      order: ['welcome', 'faq_list'],
      faq: CARD_LIMITS,
      smartQuestions: SMART_QUESTIONS,
      welcomeMax: 200,
      automaticPerHour: AUTOMATIC_PER_HOUR,
      sessionGapHours: SESSION_GAP_HOURS,
    },
    counting: { autoCounts: COUNTED_ANSWERS, autoMarksRead: true, autoNotifiesAgent: false },
  },
  marketplace: {
    id: 'marketplace',
    reception: {
      trigger: 'first_chat_open_of_day',
      idleDays: null,
      order: ['welcome', 'recommendation', 'faq_list', 'smart_questions'],
      faq: CARD_LIMITS,
      smartQuestions: SMART_QUESTIONS,
      welcomeMax: 500,
      automaticPerHour: AUTOMATIC_PER_HOUR,
      sessionGapHours: SESSION_GAP_HOURS,
    },
    counting: { autoCounts: [], autoMarksRead: false, autoNotifiesAgent: true },
  },
}

/** The built-in profile of that id, or undefined. */
export function profileById(id: string): Profile | undefined {
  return Object.values(PROFILES).find((profile) => profile.id === id)
}

/** A partial record, its records too. Lists are one value. */
type Changes<T> = {
  readonly [Key in keyof T]?: T[Key] extends readonly unknown[]
    ? T[Key]
    : T[Key] extends object
      ? Changes<T[Key]>
      : T[Key]
}

/** A store's own rule book: a copy of a built-in one with other values. */
export function customProfile(
  base: Profile,
  reception: Changes<Profile['reception']>,
  counting: Changes<Profile['counting']> = {},
): Profile {
  return {
    id: 'custom',
    reception: {
      ...base.reception,
      ...reception,
      faq: { ...base.reception.faq, ...reception.faq },
      smartQuestions: { ...base.reception.smartQuestions, ...reception.smartQuestions },
    },
    counting: { ...base.counting, ...counting },
  }
}

/** The rule book that was chosen; undefined: there is no built-in one of the base's name. A built-in one is always the same object. */
export function chosenProfile({ base, changes }: RuleBookChoice): Profile | undefined {
  const builtIn = profileById(base)
  return builtIn && changes ? customProfile(builtIn, changes.reception ?? {}, changes.counting) : builtIn
}
