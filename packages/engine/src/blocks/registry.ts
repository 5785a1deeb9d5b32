import Type, { type Static } from 'typebox'
import { isVendorName } from '../flow/vendor-name.ts'
import type { BlockKind } from './block-kind.ts'
import { condition } from './condition/condition.ts'
import { end } from './end/end.ts'
import { faq } from './faq/faq.ts'
import { greeting } from './greeting/greeting.ts'
import { handoff } from './handoff/handoff.ts'
import { message } from './message/message.ts'
import { recommendation } from './recommendation/recommendation.ts'
import { smartQuestion } from './smart-question/smart-question.ts'
import { vendor } from './vendor/vendor.ts'

/** The shape of any block of format 1: of the kinds that every engine has, or of a vendor's. */
export const BlockShape = Type.Union([
  greeting.schema,
  recommendation.schema,
  faq.schema,
  smartQuestion.schema,
  message.schema,
  condition.schema,
  handoff.schema,
  end.schema,
  vendor.schema,
])
export type Block = Static<typeof BlockShape>
export type VendorBlock = Static<typeof vendor.schema>
/** A kind that every engine has. */
export type BuiltInKind = Exclude<Block, VendorBlock>['kind']

/** All kinds, in the order a palette shows them. Adding a kind is a folder, a line here and one above. */
export const BLOCK_KINDS: Readonly<Record<BuiltInKind, BlockKind<Block>>> = {
  greeting,
  recommendation,
  faq,
  'smart-question': smartQuestion,
  message,
  condition,
  handoff,
  end,
}

/** The kind that answers for a block: for a vendor's, by its links and texts alone. */
export function kindOf(block: Block): BlockKind<Block> {
  return isVendorName(block.kind) ? vendor : BLOCK_KINDS[block.kind]
}

/** A disabled block passes to its main port (flow-format rule 6). */
export function isEnabled(block: Block): boolean {
  return !('enabled' in block) || block.enabled !== false
}
