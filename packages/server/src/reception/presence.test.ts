import { expect, test } from 'vitest'
import type { Wake } from '../bus/bus.ts'
import { createPresence, type Presence } from './presence.ts'

/** Nodes that hear each other at once, and what was told of store 1. */
function openNodes<Name extends string>(...names: readonly Name[]) {
  const listeners = new Set<(wake: Wake) => void>()
  const told: (readonly number[])[] = []
  const bus = {
    publish: (wake: Wake) => {
      if (wake.type === 'presence' && wake.storeId === 1) told.push(wake.accounts)
      for (const listener of listeners) listener(wake)
    },
    subscribe: (listener: (wake: Wake) => void) => {
      listeners.add(listener)
      return () => undefined
    },
  }
  const nodes: readonly Presence[] = names.map((name) => createPresence(bus, name))
  return { told, nodes, bus }
}

test('people are counted, not sockets, and only changes are told', () => {
  const { told, nodes } = openNodes('one')
  const [presence] = nodes
  const firstTab = presence?.arrive(1, 7)
  const secondTab = presence?.arrive(1, 7)
  const colleague = presence?.arrive(1, 8)
  presence?.arrive(2, 9)
  expect(presence?.people(1)).toBe(2)
  firstTab?.()
  firstTab?.()
  expect(presence?.people(1)).toBe(2)
  secondTab?.()
  colleague?.()
  expect(presence?.people(1)).toBe(0)
  expect(told).toEqual([[7], [7, 8], [8], []])
})

test('a person with consoles on two nodes is one person, until both are closed', () => {
  const { nodes } = openNodes('one', 'other')
  const counts = () => nodes.map((presence) => presence.people(1))
  const here = nodes[0]?.arrive(1, 7)
  const there = nodes[1]?.arrive(1, 7)
  nodes[1]?.arrive(1, 8)
  expect(counts()).toEqual([2, 2])
  here?.()
  expect(counts()).toEqual([2, 2])
  there?.()
  expect(counts()).toEqual([1, 1])
})
