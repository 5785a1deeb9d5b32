import Type, { type Static } from 'typebox'
import { closed, Seq } from '../field.ts'

/** Fill a gap: send the messages `from`…`to` again, both included. At most `MAX_RANGE` come per request. */
export const Range = Type.Object({ type: Type.Literal('range'), from: Seq, to: Seq }, closed)
export type Range = Static<typeof Range>
