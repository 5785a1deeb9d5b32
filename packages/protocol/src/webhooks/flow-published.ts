import Type, { type Static } from 'typebox'
import { closed, PublicId, ShownText } from '../field.ts'
import { envelope } from './envelope.ts'

/** A version of the flow is live (PUB-08), published from the draft or brought back from the history. */
export const FlowPublished = envelope(
  'flow.published',
  Type.Object(
    {
      store: PublicId,
      version: Type.Integer({ minimum: 1 }),
      hash: Type.String({ maxLength: 200 }),
      note: ShownText,
      by: ShownText,
    },
    closed,
  ),
)
export type FlowPublished = Static<typeof FlowPublished>
