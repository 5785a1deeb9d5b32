import type { PlainValue, VendorName, Words } from '@shopbell/protocol'

/** What a rule of an extension may look at: the moment, and what its own vendor knows. */
export interface RuleView {
  /** UTC milliseconds of the event. */
  readonly at: number
  readonly event: 'buyer.entered' | 'buyer.said' | 'buyer.sent'
  readonly locales: readonly string[]
  readonly openNow: boolean
  /** UTC milliseconds of the last message of either side, and of the last reception; null: never. */
  readonly lastContactAt: number | null
  readonly receivedAt: number | null
  /** The vendor's own facts, without the vendor's name. */
  readonly known: Readonly<Record<string, PlainValue>>
}

/** A reason of an extension's own for beginning no reception. It can add silence, and never take it away. */
export interface ExtensionRule {
  readonly name: VendorName
  /** The rule in one sentence, for sellers. */
  readonly says: Words
  /** Pure. Null where nothing speaks against a reception; else what the decision was made from, for "Why?". */
  silence(view: RuleView): Readonly<Record<string, PlainValue>> | null
}
