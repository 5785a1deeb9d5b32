import type { ReceptionSettings } from '@shopbell/protocol'
import type { Generated } from 'kysely'
import type { JsonColumn } from './json-column.ts'

/** Settings of a store or of one of its accounts, by area. */
export interface SettingTable {
  readonly storeId: number
  readonly id: Generated<number>
  readonly area: 'reception'
  /** Null: the store's own. */
  readonly accountId: number | null
  /** Null: the account follows the store. */
  readonly value: JsonColumn<ReceptionSettings> | null
  readonly revision: number
  readonly changedAt: number
  /** Their name at that moment. */
  readonly changedBy: string
}
