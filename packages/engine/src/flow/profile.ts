import type { MessageKind } from '@shopbell/protocol'
import type { CountMode } from '../text/character-count.ts'

/** When the reception becomes due: on a buyer's message after silence (WEL-01, WEL-04), or on the first opening of the store-day (FAQ-11). */
export type ReceptionTrigger = 'first_message_after_idle' | 'first_chat_open_of_day'

/** The parts of a reception, in the order a profile wants them (WEL-05). */
export type ReceptionStep = 'welcome' | 'recommendation' | 'faq_list' | 'smart_questions'

/**
 * The rule book of a store (PRF-01): numbers and switches that code reads instead of asking which platform it is on.
 * Statistics and permissions join when their rules are built.
 */
export interface Profile {
  readonly id: string
  readonly reception: {
    readonly trigger: ReceptionTrigger
    /** Days without contact after which a buyer counts as new; null: every store-day. */
    readonly idleDays: number | null
    readonly order: readonly ReceptionStep[]
    readonly faq: {
      readonly maxCreated: number
      readonly maxEnabled: number
      readonly questionMax: number
      readonly answerMax: number
      readonly countMode: CountMode
      /** The list is delivered at most once per buyer per store-day (FAQ-11). */
      readonly oncePerDay: boolean
      /** A list that was never tapped holds a changed one back until the day after its first tap (PUB-06). */
      readonly refreshNeedsTap: boolean
      /** A tap answers with the live text, or always with the held one (PUB-05). */
      readonly answerBinding: 'live' | 'pinned'
    }
    readonly smartQuestions: { readonly max: number }
    readonly welcomeMax: number
    /** Messages the robot may send in one conversation within an hour (WEL-16). */
    readonly automaticPerHour: number
    /** Hours without a message of either side after which a session ends (ENT-02). */
    readonly sessionGapHours: number
  }
  readonly counting: {
    /** Kinds of automatic messages that count as a person's reply (CNT-01, CNT-02). */
    readonly autoCounts: readonly MessageKind[]
    /** The robot's messages mark the conversation as read for agents (FAQ-14, WEL-11). */
    readonly autoMarksRead: boolean
    readonly autoNotifiesAgent: boolean
  }
}
