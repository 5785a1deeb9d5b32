import Type, { type Static } from 'typebox'
import { closed, Seq } from '../field.ts'

/** The buyer has seen everything up to `seq`. */
export const ReadUp = Type.Object({ type: Type.Literal('read'), seq: Seq }, closed)
export type ReadUp = Static<typeof ReadUp>
