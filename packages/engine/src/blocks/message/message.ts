import Type, { type Static } from 'typebox'
import { closed, FlowId } from '../../flow/id.ts'
import type { BlockKind } from '../block-kind.ts'

const Message = Type.Object(
  {
    kind: Type.Literal('message'),
    enabled: Type.Optional(Type.Boolean()),
    next: Type.Optional(FlowId),
  },
  closed,
)
export type Message = Static<typeof Message>

/** Says one thing and goes on. */
export const message: BlockKind<Message, typeof Message> = {
  kind: 'message',
  schema: Message,
  waits: false,
  step: null,
  ports: ({ next }) => [{ at: '/next', label: 'next', target: next, main: true }],
  texts: (id) => [{ key: id, required: true, at: '' }],
  problems: () => [],
  state: (id, { next }, to) => ({
    always: [
      {
        actions: [{ type: 'send', params: { block: id, kind: 'flow_message', text: id } }],
        target: to(next),
      },
    ],
  }),
}
