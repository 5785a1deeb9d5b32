import { PlainValue, VendorName } from '@shopbell/protocol'
import Type, { type Static } from 'typebox'
import { closed, FlowId } from '../../flow/id.ts'
import type { JsonState } from '../../flow/machine-config.ts'
import { pointer, problem } from '../../flow/problem.ts'
import type { BlockKind } from '../block-kind.ts'

/** Links and fields have the same shape in every vendor's block, so that a flow is whole without the vendor's code. */
export const VendorBlock = Type.Object(
  {
    kind: VendorName,
    enabled: Type.Optional(Type.Boolean()),
    fields: Type.Optional(
      Type.Record(Type.String({ pattern: '^(?!constructor$)[a-z][A-Za-z0-9-]{0,39}$' }), PlainValue, {
        ...closed,
        maxProperties: 20,
      }),
    ),
    ways: Type.Optional(
      Type.Array(Type.Object({ id: FlowId, next: Type.Optional(FlowId) }, closed), { maxItems: 20 }),
    ),
    next: Type.Optional(FlowId),
  },
  closed,
)
export type VendorBlock = Static<typeof VendorBlock>

/** The pool that takes buyers whom the robot cannot lead on. */
const GENERAL_GROUP = 'general'

/**
 * A block of an extension that is not here. It keeps its links, fields and texts, so that it can be shown, moved and linked; a flow with
 * it is not published, and a conversation that comes to it is passed to a person, with the reason.
 */
export const vendor: BlockKind<VendorBlock, typeof VendorBlock> = {
  kind: 'vendor',
  schema: VendorBlock,
  waits: false,
  step: null,
  ports: ({ next, ways = [] }) => [
    { at: '/next', label: 'next', target: next, main: true },
    ...ways.map((way, index) => ({ at: pointer('ways', index, 'next'), label: way.id, target: way.next })),
  ],
  texts: (id, { ways = [] }) => [
    { key: id, required: false, at: '' },
    ...ways.map((way, index) => ({
      key: wayText(id, way.id),
      required: false,
      at: pointer('ways', index),
    })),
  ],
  problems: (_id, { kind }) => [
    problem(
      'EXTENSION_MISSING',
      '/kind',
      `This block needs the extension “${kind}”, which is not here; load it, or take the block out.`,
    ),
  ],
  state: (id, { kind }) => handedOver(id, kind),
}

/** The text that a vendor's block says when it goes this way. */
export function wayText(block: string, way: string): string {
  return `${block}.${way}.text`
}

/** What stands in for a vendor's block that cannot be run: a person. */
export function handedOver(id: string, kind: string): JsonState {
  return {
    always: [
      {
        actions: [
          { type: 'missExtension', params: { block: id, kind } },
          { type: 'handOver', params: { group: GENERAL_GROUP } },
        ],
        target: '#reception.path.$done',
      },
    ],
  }
}
