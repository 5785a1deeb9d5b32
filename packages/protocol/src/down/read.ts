import Type, { type Static } from 'typebox'
import { closed, Seq } from '../field.ts'

/** The other side has seen everything up to `seq`. */
export const ReadDown = Type.Object(
  { type: Type.Literal('read'), by: Type.Union([Type.Literal('buyer'), Type.Literal('agent')]), seq: Seq },
  closed,
)
export type ReadDown = Static<typeof ReadDown>
