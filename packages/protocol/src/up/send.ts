import Type, { type Static } from 'typebox'
import { SentContent } from '../content/sent-content.ts'
import { ClientId, closed } from '../field.ts'

/** One message of the buyer. May be repeated with the same `id` until `stored` comes; it is stored once and answered once. */
export const Send = Type.Object({ type: Type.Literal('send'), id: ClientId, content: SentContent }, closed)
export type Send = Static<typeof Send>
