import type { PlainValue } from '@shopbell/protocol'

/** What extensions know of a buyer, by `vendor.name`. Looked up before the step and journalled with it, like every fact. */
export type KnownFacts = Readonly<Record<string, PlainValue>>

/** A comparison with one of them: the guard of a vendor's block, by the engine's own `when`. */
export interface FactCondition {
  readonly source: 'fact'
  readonly name: string
  readonly op: 'is' | 'isNot' | 'atLeast' | 'atMost' | 'answered'
  readonly value?: PlainValue
}
