import Type, { type Static } from 'typebox'
import type { BlockKind } from './block-kind.ts'
import { condition } from './condition/condition.ts'
import { end } from './end/end.ts'
import { faq } from './faq/faq.ts'
import { greeting } from './greeting/greeting.ts'
import { handoff } from './handoff/handoff.ts'
import { message } from './message/message.ts'
import { recommendation } from './recommendation/recommendation.ts'
import { smartQuestion } from './smart-question/smart-question.ts'

/** The shape of any block of format 1. */
export const BlockShape = Type.Union([
  greeting.schema,
  recommendation.schema,
  faq.schema,
  smartQuestion.schema,
  message.schema,
  condition.schema,
  handoff.schema,
  end.schema,
])
export type Block = Static<typeof BlockShape>

/** All kinds, in the order a palette shows them. Adding a kind is a folder, a line here and one above. */
export const BLOCK_KINDS: Readonly<Record<Block['kind'], BlockKind<Block>>> = {
  greeting,
  recommendation,
  faq,
  'smart-question': smartQuestion,
  message,
  condition,
  handoff,
  end,
}

/** The kind that answers for a block. */
export function kindOf(block: Block): BlockKind<Block> {
  return BLOCK_KINDS[block.kind]
}

/** A disabled block passes to its main port (flow-format rule 6). */
export function isEnabled(block: Block): boolean {
  return !('enabled' in block) || block.enabled !== false
}
