import type { Order } from '@shopbell/protocol'
import type { Generated } from 'kysely'
import type { JsonColumn } from './json-column.ts'

export interface ProductTable {
  readonly storeId: number
  readonly ref: string
  /** Place among the pinned ones, 1 first; null: not pinned (REC-01). */
  readonly pinned: number | null
  readonly title: string
  /** A number where there is a currency, else text that is shown as it stands. */
  readonly price: string | null
  /** ISO 4217. */
  readonly currency: string | null
  readonly image: string | null
  readonly url: string | null
  readonly category: string | null
  readonly available: Generated<boolean>
  readonly published: Generated<boolean>
  readonly sales: Generated<number>
  readonly updatedAt: Generated<number>
  /** When it was published first; 0: not yet, or before this was kept. */
  readonly publishedAt: Generated<number>
}

export interface CategoryTable {
  readonly storeId: number
  readonly ref: string
  readonly name: string
  /** The `ref` of the one it is part of. */
  readonly parent: string | null
  readonly position: number
}

export interface ShopOrderTable {
  readonly storeId: number
  readonly ref: string
  /** Whose it is: the public id of a conversation. */
  readonly buyer: string
  readonly title: string
  readonly state: string
  readonly lines: JsonColumn<Order['lines']>
  readonly total: string | null
  readonly currency: string | null
  readonly url: string | null
  readonly orderedAt: number
  readonly updatedAt: number
}

/** What a buyer did with products, or was shown of them: one row per kind and product, the last time and how often. */
export interface BuyerEventTable {
  readonly storeId: number
  readonly conversationId: number
  readonly kind: 'viewed' | 'asked' | 'shown' | 'opened'
  readonly ref: string
  readonly at: number
  readonly times: number
}

export interface ProductCountTable {
  readonly storeId: number
  readonly ref: string
  readonly shown: number
  readonly opened: number
}
