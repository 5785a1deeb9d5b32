import Type, { type Static } from 'typebox'
import { closed } from '../../flow/id.ts'
import type { BlockKind } from '../block-kind.ts'

/** The pool that takes what names no group. */
const GENERAL_GROUP = 'general'

const Handoff = Type.Object(
  {
    kind: Type.Literal('handoff'),
    group: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  },
  closed,
)
export type Handoff = Static<typeof Handoff>

/** Ends the path and passes the buyer on to a person (STA-02). Its text is the closing line with the summary `{{answers}}` (SQ-09). */
export const handoff: BlockKind<Handoff, typeof Handoff> = {
  kind: 'handoff',
  schema: Handoff,
  waits: false,
  step: null,
  ends: 'with-person',
  ports: () => [],
  texts: (id) => [{ key: id, required: false, at: '' }],
  problems: () => [],
  state: (id, { group = GENERAL_GROUP }) => ({
    always: [
      {
        actions: [
          { type: 'sendClosing', params: { block: id, text: id } },
          { type: 'handOver', params: { group } },
        ],
        target: '#reception.path.$done',
      },
    ],
  }),
}
