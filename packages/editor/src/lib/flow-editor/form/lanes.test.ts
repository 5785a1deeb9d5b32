import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder, placeIn, stepFrom, withItemAt, type LanePair } from './lanes.ts'

const lanes: LanePair = { on: [{ id: 'a' }, { id: 'b' }], off: [{ id: 'c' }] }

test.for([
  ['down inside its lane', 'a', 1, 5, { lane: 'on', index: 1 }],
  ['down over the border', 'b', 1, 5, { lane: 'off', index: 0 }],
  ['up over the border, to the end of On', 'c', -1, 5, { lane: 'on', index: 2 }],
  ['not up into a full lane', 'c', -1, 2, 'full'],
  ['no further than the first', 'a', -1, 5, null],
  ['no further than the last', 'c', 1, 5, null],
] as const)('%s', ([, id, by, max, place]) => {
  expect(stepFrom(lanes, id, by, max)).toEqual(place)
})

test('walking loses nothing, doubles nothing and never fills On beyond its limit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(1 as const, -1 as const))),
      (walk) => {
        let here = lanes
        for (const [id, by] of walk) {
          const place = stepFrom(here, id, by, 2)
          if (place === null || place === 'full') continue
          here = withItemAt(here, id, place)
          expect(placeIn(here, id)).toEqual(place)
        }
        expect(
          inOrder(here)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(['a', 'b', 'c'])
        expect(here.on.length).toBeLessThanOrEqual(2)
      },
    ),
  )
})
