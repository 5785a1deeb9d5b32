import { expect, test } from 'vitest'
import type { Wake } from '../bus/bus.ts'
import { createPresence } from './presence.ts'

test('people are counted, not sockets, and only changes are told', () => {
  const told: number[] = []
  const presence = createPresence({
    publish: (wake: Wake) => void (wake.type === 'presence' && told.push(wake.people)),
    subscribe: () => () => undefined,
  })
  const firstTab = presence.arrive(1, 7)
  const secondTab = presence.arrive(1, 7)
  const colleague = presence.arrive(1, 8)
  presence.arrive(2, 9)
  expect(presence.people(1)).toBe(2)
  firstTab()
  firstTab()
  expect(presence.people(1)).toBe(2)
  secondTab()
  colleague()
  expect(presence.people(1)).toBe(0)
  expect(told).toEqual([1, 2, 1, 1, 0])
})
