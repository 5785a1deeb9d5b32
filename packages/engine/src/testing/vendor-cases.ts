import type { VendorBlock } from '../blocks/registry.ts'
import { validateFlow } from '../document/validate-flow.ts'
import type { Problem } from '../flow/problem.ts'
import { PROFILES } from '../flow/profiles.ts'
import { POINTS, POINTS_BLOCK, POINTS_FLOW, pointsWith, setOf } from './points-extension.ts'

const found = (block: Partial<VendorBlock>, ...extensions: readonly unknown[]): readonly Problem[] => {
  const blocks = { ...POINTS_FLOW.blocks, points: { ...POINTS_BLOCK, ...block } }
  return validateFlow({ ...POINTS_FLOW, blocks }, PROFILES.marketplace, setOf(...extensions))
}
const enough = [{ id: 'enough', next: 'thanks' }]

/** The problems of blocks that extensions bring, like the engine's own. */
export const VENDOR_CASES = {
  EXTENSION_MISSING: [['/blocks/points/kind', () => found({})]],
  EXTENSION_BROKEN: [
    ['/blocks/points/kind', () => found({}, pointsWith({ transitions: () => [] }))],
    ['/blocks/points/kind', () => found({}, pointsWith({ transitions: () => JSON.parse('nothing') }))],
    [
      '/blocks/points/kind',
      () => found({}, pointsWith({ transitions: () => [{ target: '#reception.path.bye' }] })),
    ],
    [
      '/blocks/points/kind',
      () =>
        found(
          {},
          pointsWith({ transitions: ({ to }) => [{ actions: [{ type: 'handOver' }], target: to() }] }),
        ),
    ],
    [
      '/blocks/points/kind',
      () =>
        found(
          {},
          pointsWith({ transitions: ({ to, fact }) => [{ guard: fact('vip', 'is', true), target: to() }] }),
        ),
    ],
    ['/blocks/points/fields', () => found({}, pointsWith({ problems: () => JSON.parse('nothing') }))],
  ],
  FIELD_UNFIT: [
    ['/blocks/points/fields/threshold', () => found({ fields: { threshold: 0 } }, POINTS)],
    ['/blocks/points/fields/threshold', () => found({ fields: { threshold: 'many' } }, POINTS)],
    ['/blocks/points/fields/threshold', () => found({ fields: { threshold: 13 } }, POINTS)],
    ['/blocks/points/fields/colour', () => found({ fields: { colour: 'red' } }, POINTS)],
    ['/blocks/points/ways/1/id', () => found({ ways: [...enough, { id: 'far', next: 'bye' }] }, POINTS)],
    ['/blocks/points/ways/1/id', () => found({ ways: [...enough, ...enough] }, POINTS)],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [string, () => readonly Problem[]])[]>>
