import Type, { type Static } from 'typebox'
import { closed, PublicId, SeqOrZero, ShownText } from '../field.ts'

/** Whether a person can answer now (ACT-04): `busy` is set by hand and is not offline; `offline` has no console open. */
export const AgentStatus = Type.Union([Type.Literal('online'), Type.Literal('busy'), Type.Literal('offline')])
export type AgentStatus = Static<typeof AgentStatus>

/** A person of the store, as colleagues see one. */
export const TeamMember = Type.Object({ id: PublicId, name: ShownText, status: AgentStatus }, closed)
export type TeamMember = Static<typeof TeamMember>

/** Everybody who may be given a conversation, oneself too: whole, after the welcome and whenever it changed. */
export const ConsoleTeam = Type.Object({ type: Type.Literal('team'), people: Type.Array(TeamMember) }, closed)

/** The colleagues who have the watched conversation open now, whole; who `writes` is shown so for six seconds. */
export const ConsoleOthers = Type.Object(
  {
    type: Type.Literal('others'),
    conversation: PublicId,
    others: Type.Array(Type.Object({ id: PublicId, name: ShownText, writes: Type.Boolean() }, closed)),
  },
  closed,
)
export type ConsoleOthers = Static<typeof ConsoleOthers>

/** The buyer of the watched conversation has seen everything up to `seq`. */
export const ConsoleBuyerRead = Type.Object(
  { type: Type.Literal('read'), conversation: PublicId, seq: SeqOrZero },
  closed,
)
