import Type, { type Static } from 'typebox'
import { closed } from '../../flow/id.ts'
import type { BlockKind } from '../block-kind.ts'

const End = Type.Object({ kind: Type.Literal('end') }, closed)
export type End = Static<typeof End>

/** Ends the path; the robot goes on answering taps. */
export const end: BlockKind<End, typeof End> = {
  kind: 'end',
  schema: End,
  waits: false,
  step: null,
  ends: 'alone',
  ports: () => [],
  texts: (id) => [{ key: id, required: false, at: '' }],
  problems: () => [],
  state: (id) => ({
    always: [
      {
        actions: [{ type: 'send', params: { block: id, kind: 'flow_message', text: id } }],
        target: '#reception.path.$done',
      },
    ],
  }),
}
