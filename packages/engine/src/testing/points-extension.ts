import type { VendorBlock } from '../blocks/registry.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import type { Extension } from '../extension/extension.ts'
import { extensionSet, type ExtensionSet } from '../extension/extension-set.ts'
import { flowWith } from './flow-with.ts'

/** An extension that uses every point there is. */
export const POINTS: Extension = {
  format: 1,
  vendor: 'acme',
  version: '1.0.0',
  facts: {
    points: { type: 'number', title: { en: 'Points' } },
    vip: { type: 'boolean', title: { en: 'Is a VIP' } },
  },
  blocks: [
    {
      kind: 'acme/points',
      title: { en: 'Points' },
      fields: {
        type: 'object',
        properties: { threshold: { type: 'integer', minimum: 1, maximum: 1_000, default: 100 } },
        required: ['threshold'],
        additionalProperties: false,
      },
      ways: [{ id: 'enough', title: { en: 'Enough points' }, text: 'required' }],
      problems: ({ threshold }) =>
        threshold === 13 ? [{ field: 'threshold', message: 'Thirteen brings bad luck; take another.' }] : [],
      transitions: ({ fields, fact, show, say, to }) => [
        {
          guard: fact('points', 'atLeast', fields['threshold']),
          actions: [show('acme/card', ['points'], 'enough')],
          target: to('enough'),
        },
        { actions: [say()], target: to() },
      ],
    },
  ],
  rules: [
    {
      name: 'acme/quiet-for-vip',
      says: { en: 'A VIP is received by a person.' },
      silence: ({ known: { vip } }) => (vip === true ? { vip } : null),
    },
  ],
  contents: [{ kind: 'acme/card', title: { en: 'Points card' } }],
}

/** The set of these; throws the sentences where they do not go together. */
export function setOf(...extensions: readonly unknown[]): ExtensionSet {
  const read = extensionSet(extensions)
  if (!read.ok) throw new Error(read.faults.join('\n'))
  return read.extensions
}

/** The same extension with another block. */
export function pointsWith(block: Partial<NonNullable<Extension['blocks']>[number]>): Extension {
  return { ...POINTS, blocks: (POINTS.blocks ?? []).map((own) => ({ ...own, ...block })) }
}

export const POINTS_BLOCK: VendorBlock = {
  kind: 'acme/points',
  ways: [{ id: 'enough', next: 'thanks' }],
  next: 'bye',
}

/** A greeting, the points, and two ends: with enough of them a message of its own. */
export const POINTS_FLOW: FlowDocument = flowWith({
  blocks: {
    hello: { kind: 'greeting', next: 'points' },
    points: POINTS_BLOCK,
    thanks: { kind: 'message', next: 'bye' },
    bye: { kind: 'end' },
  },
  texts: {
    hello: 'Hello',
    points: 'You have {{acme.points|no}} points.',
    'points.enough.text': 'With {{acme.points|your}} points a bottle is free.',
    thanks: 'Ask for it at any time.',
  },
})
