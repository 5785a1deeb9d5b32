import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isKnownToBeNew, type Lanes, laneOf, withStored } from './lanes.ts'

test('a client id is a lane and a number', () => {
  expect(laneOf('a-lane_of.mine.12')).toEqual({ lane: 'a-lane_of.mine', n: 12 })
})

describe('is certainly new', () => {
  test.for([
    ['the first of the first lane', {}, 'phone-tab.1', true],
    ['the next of a lane', { 'phone-tab': 3 }, 'phone-tab.4', true],
    ['one further on, after some that were refused', { 'phone-tab': 3 }, 'phone-tab.9', true],
    ['the last one again', { 'phone-tab': 3 }, 'phone-tab.3', false],
    ['an earlier one, which may have been refused', { 'phone-tab': 3 }, 'phone-tab.2', false],
    ['the first of a second device', { 'phone-tab': 3 }, 'other-tab.1', true],
    ['a lane named like a part of every object', {}, '__proto__.1', true],
    ['that lane’s first again', withStored({}, '__proto__.1'), '__proto__.1', false],
    ['a lane named like a method', { 'phone-tab': 3 }, 'hasOwnProperty.1', true],
  ] as const)('%s', ([, lanes, id, isNew]) => {
    expect(isKnownToBeNew(lanes, id)).toBe(isNew)
  })

  test('not a lane that may have been evicted', () => {
    expect(isKnownToBeNew(manyLanes(15), 'seventeenth.1')).toBe(true)
    expect(isKnownToBeNew(manyLanes(16), 'seventeenth.1')).toBe(false)
  })
})

test('lanes are bounded, and the one used longest ago gives way', () => {
  const lanes = withStored(withStored(manyLanes(16), 'device-00.2'), 'newcomer.1')
  expect(Object.keys(lanes)).toHaveLength(16)
  expect(lanes).toMatchObject({ 'device-00': 2, newcomer: 1 })
  expect(lanes).not.toHaveProperty('device-01')
})

test('a late number does not lower its lane', () => {
  expect(withStored({ 'phone-tab': 7 }, 'phone-tab.5')).toEqual({ 'phone-tab': 7 })
})

test('what was stored is never called new, through any number of devices and JSON round trips', () => {
  const id = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 20 }))
  fc.assert(
    fc.property(fc.array(id, { maxLength: 120 }), (ids) => {
      let lanes: Lanes = {}
      const stored = new Set<string>()
      for (const [device, n] of ids) {
        const clientId = `device-${String(device).padStart(2, '0')}.${String(n)}`
        if (stored.has(clientId)) expect(isKnownToBeNew(lanes, clientId)).toBe(false)
        lanes = JSON.parse(JSON.stringify(withStored(lanes, clientId)))
        stored.add(clientId)
      }
    }),
  )
})

function manyLanes(count: number): Lanes {
  return Object.fromEntries(
    Array.from({ length: count }, (_, place) => [`device-${String(place).padStart(2, '0')}`, 1]),
  )
}
