import type { ChoiceOption, FileContent, FormField, OrderContent, ProductCard } from '@shopbell/protocol'
import type { Refusal } from '../connection/outbox.ts'

/** Who a bubble belongs to: the buyer, or the shop. */
export type Side = 'own' | 'theirs'

/**
 * One thing the log shows. `key` stays the same from the first sight of a message to the last (a buyer's message keeps it when
 * it comes back stored), so its element stays too.
 */
export type Item = { readonly key: string } & (
  | { readonly type: 'day'; readonly at: number }
  /** Once per burst: who speaks from here on. */
  | { readonly type: 'speaker'; readonly author: 'robot' | 'agent'; readonly at: number }
  | { readonly type: 'bubble'; readonly side: Side; readonly text: string; readonly waits: boolean }
  /** An automatic answer, which the buyer may say solved it or did not. */
  | {
      readonly type: 'answer'
      readonly seq: number
      readonly text: string
      readonly solved: boolean | undefined
      readonly offersPerson: boolean
    }
  | {
      readonly type: 'choices'
      readonly seq: number
      readonly text: string
      readonly options: readonly ChoiceOption[]
      /** Only the newest list of its kind can be tapped. */
      readonly open: boolean
      /** Options the buyer has asked already. */
      readonly asked: readonly string[]
      readonly offersPerson: boolean
    }
  | { readonly type: 'form'; readonly seq: number; readonly text: string; readonly field: FormField }
  | {
      readonly type: 'products'
      readonly side: Side
      readonly text: string
      readonly cards: readonly ProductCard[]
    }
  | { readonly type: 'order'; readonly side: Side; readonly order: OrderContent }
  | { readonly type: 'file'; readonly side: Side; readonly file: FileContent }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'unknown' }
  | { readonly type: 'receipt'; readonly state: 'sent' | 'read' | 'kept' }
  | { readonly type: 'refused'; readonly id: string; readonly refusal: Refusal }
  | { readonly type: 'typing' }
)
