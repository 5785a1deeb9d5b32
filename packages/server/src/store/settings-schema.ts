import type {
  CardList,
  ClosingPhrases,
  MenuSettings,
  ProductReplies,
  ReceptionSettings,
  RuleBookChoice,
  StatusReplies,
} from '@shopbell/protocol'
import type { Generated } from 'kysely'
import type { JsonColumn } from './json-column.ts'

/** Every area of settings, by its name in the table, with what is kept of it. */
export interface SettingAreas {
  readonly reception: ReceptionSettings
  readonly status_replies: StatusReplies
  readonly closing_phrases: ClosingPhrases
  readonly product_replies: ProductReplies
  readonly card_list: CardList
  readonly menu: MenuSettings
}

export type SettingArea = keyof SettingAreas

/** Settings of a store or of one of its accounts, by area. */
export interface SettingTable {
  readonly storeId: number
  readonly id: Generated<number>
  readonly area: SettingArea
  /** Null: the store's own. */
  readonly accountId: number | null
  /** Null: the account follows the store. */
  readonly value: JsonColumn<SettingAreas[SettingArea]> | null
  readonly revision: number
  readonly changedAt: number
  /** Their name at that moment. */
  readonly changedBy: string
}

/** The rule books of a store, by the calendar day they begin on. */
export interface ProfileDayTable {
  readonly storeId: number
  /** `YYYY-MM-DD`, in the store's zone. */
  readonly fromDay: string
  readonly choice: JsonColumn<RuleBookChoice>
  /** The last one that was the store's own; null: there was none. */
  readonly own: JsonColumn<RuleBookChoice> | null
  readonly revision: number
  readonly changedAt: number
  /** Their name at that moment. */
  readonly changedBy: string
}
