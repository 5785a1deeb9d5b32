import type { BlockDescription, PlainValue, VendorName } from '@shopbell/protocol'
import type { FactCondition } from '../flow/known-facts.ts'
import type { JsonTransition, Named } from '../flow/machine-config.ts'

/** A vendor's block in a flow, and the words its transitions are made of. */
export interface VendorPart {
  readonly id: string
  /** Its fields, with the defaults of those that are left out. They fit the schema where the flow was published. */
  readonly fields: Readonly<Record<string, PlainValue>>
  /** Where the main way leads, or one of the block's own ways. */
  to(way?: string): string
  /** Says the text of the main way, or of one of the block's own; nothing where none is written. */
  say(way?: string): Named
  /** The same, and beside the words an extra of this kind with these facts, for whoever has a part that shows it. */
  show(kind: VendorName, facts: readonly string[], way?: string): Named
  /** Holds where the vendor's fact compares like this; one that is not known satisfies nothing but `isNot`. */
  fact(name: string, op: FactCondition['op'], value?: PlainValue): Named
}

/**
 * A kind of block that an extension adds. It says something and goes on: what it does is a list of guarded transitions, all of them data,
 * which are taken in the step that comes to the block. No code of an extension runs within a step, so a conversation can be replayed from
 * its journal, and the exported machine is whole.
 */
export interface ExtensionBlock extends BlockDescription {
  /** The first whose guard holds is taken; the last has none. */
  transitions(part: VendorPart): readonly JsonTransition[]
  /** What is wrong beyond the schema, each a sentence that says what to do. */
  problems?(fields: VendorPart['fields']): readonly { readonly field: string; readonly message: string }[]
}
