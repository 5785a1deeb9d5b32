import Type, { type Static } from 'typebox'
import { closed, SeqOrZero } from '../field.ts'

/** Forget everything held of this conversation; all messages follow from seq 1. */
export const Resync = Type.Object(
  { type: Type.Literal('resync'), epoch: Type.String({ maxLength: 64 }), head: SeqOrZero },
  closed,
)
export type Resync = Static<typeof Resync>
