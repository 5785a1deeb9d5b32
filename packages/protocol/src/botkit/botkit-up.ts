import Type, { type Static } from 'typebox'
import { SentText } from '../field.ts'

/** The name that a Botkit client made up for its buyer. */
const BotkitGuid = Type.String({ minLength: 1, maxLength: 200 })

/** What every frame bears beside its type. Bots are sent fields of their own all the time: they are left unread, not refused. */
const everyFrame = {
  user: BotkitGuid,
  channel: Type.Optional(Type.String({ maxLength: 100 })),
}

/** The buyer comes for the first time, or comes back; the client writes something; the page calls for a script, or names its user. */
export const BotkitUp = Type.Union([
  Type.Object({ type: Type.Literal('hello'), ...everyFrame }),
  Type.Object({ type: Type.Literal('welcome_back'), ...everyFrame }),
  Type.Object({ type: Type.Literal('message'), ...everyFrame, text: SentText }),
  Type.Object({ type: Type.Literal('typing'), ...everyFrame }),
  Type.Object({ type: Type.Literal('trigger'), ...everyFrame }),
  Type.Object({ type: Type.Literal('identify'), ...everyFrame }),
])
export type BotkitUp = Static<typeof BotkitUp>

/** Asks for what was said so far. */
export const BotkitHistoryBody = Type.Object({ user: BotkitGuid })
export type BotkitHistoryBody = Static<typeof BotkitHistoryBody>

/** The store that a Botkit client means, where it does not mean the usual one. */
export const BotkitQuery = Type.Object({ store: Type.Optional(Type.String({ maxLength: 64 })) })
