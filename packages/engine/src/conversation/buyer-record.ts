import type { AutomaticHour } from '../rules/automatic-hour.ts'
import type { StatusMemory } from '../rules/status-reply.ts'

/** The list a buyer holds: the message that carried it, and of which flow version it was. */
export interface HeldList {
  readonly seq: number
  readonly flowVersion: number
  readonly listVersion: string
}

/**
 * What a store remembers of one buyer across sessions. It belongs to the conversation, outlives sessions, and reaches the engine
 * as a fact; a step that changes it returns a `remember` effect with the whole new record.
 */
export interface BuyerRecord {
  /** Last message of either side that counts as contact (WEL-06, ENT-03); null before the first. */
  readonly lastContactAt: number | null
  /** When a person of the store last wrote; absent: never (SCH-11). */
  readonly personAt?: number
  /** When the reception was last delivered; its store-day decides FAQ-11. */
  readonly receivedAt: number | null
  readonly held: HeldList | null
  /** The held list has been tapped at least once. */
  readonly tapped: boolean
  /** When it was tapped first (PUB-06); left out where it was not, or where nobody wrote it down. */
  readonly tappedAt?: number
  /** Seq of the newest list for cards, which the buyer may tap (CRD-01). */
  readonly cardList?: number
  /** Seq of the newest choice of categories from the menu. */
  readonly categoryList?: number
  /** What the robot said lately (WEL-16); left out before its first word. */
  readonly automatic?: AutomaticHour
  /** Which status replies they had lately; left out before the first. */
  readonly status?: StatusMemory
}

/** A buyer of whom nothing is remembered. */
export const UNKNOWN_BUYER: BuyerRecord = { lastContactAt: null, receivedAt: null, held: null, tapped: false }
