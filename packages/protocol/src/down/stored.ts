import Type, { type Static } from 'typebox'
import { ClientId, closed, Seq } from '../field.ts'

/** The acknowledgement of a `send`: the database has committed it as `seq`. */
export const Stored = Type.Object({ type: Type.Literal('stored'), id: ClientId, seq: Seq }, closed)
export type Stored = Static<typeof Stored>
