import { PROFILES, type FlowDocument } from '@shopbell/engine'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCommand } from '../document/testing/any-command.ts'
import { applyOperations } from '@shopbell/engine'
import { CARD } from './card-size.ts'
import { cardsOf } from './card.ts'
import { placesOf, tidy } from './places.ts'

const FLOW: FlowDocument = {
  format: 1,
  id: 'f',
  name: 'F',
  defaultLocale: 'en',
  variables: { size: { type: 'choice', options: ['s', 'l'] } },
  entries: { reception: 'hello' },
  blocks: {
    hello: { kind: 'greeting', enabled: true, next: 'ask' },
    ask: {
      kind: 'smart-question',
      enabled: true,
      variable: 'size',
      next: 'bye',
      choices: [
        { id: 's', next: 'small' },
        { id: 'l', next: 'large' },
      ],
    },
    small: { kind: 'message', next: 'bye' },
    large: { kind: 'message', next: 'bye' },
    bye: { kind: 'handoff' },
    lost: { kind: 'end' },
  },
  texts: { en: { hello: 'Hello', ask: 'Size?', small: 'Small', large: 'Large' } },
  layout: {},
}
const tidied = (flow: FlowDocument) => tidy(flow, cardsOf(flow, PROFILES.marketplace, 'en'))

test('down is “then”: what follows stands below, in the same column', () => {
  const places = tidied(FLOW)
  expect(['hello', 'ask', 'bye'].map((id) => places.get(id)?.x)).toEqual([0, 0, 0])
  expect(places.get('ask')!.y).toBeGreaterThan(places.get('hello')!.y)
  expect(places.get('bye')!.y).toBeGreaterThan(places.get('ask')!.y)
})

test('right is “it depends”: what choices lead to stands a column further, in their order', () => {
  const places = tidied(FLOW)
  expect(places.get('small')!.x).toBeGreaterThan(CARD.width)
  expect(places.get('small')!.y).toBeGreaterThanOrEqual(places.get('ask')!.y)
  expect(places.get('large')!.y).toBeGreaterThan(places.get('small')!.y)
})

test('what no path reaches stands apart below everything', () => {
  const places = tidied(FLOW)
  const others = [...places].filter(([id]) => id !== 'lost').map(([, { y }]) => y)
  expect(places.get('lost')!.y).toBeGreaterThan(Math.max(...others))
})

test('a block that nobody has placed gets a place; the others keep theirs', () => {
  const flow = { ...FLOW, layout: { hello: { x: 5, y: 7 } } }
  const places = placesOf(flow, cardsOf(flow, PROFILES.marketplace, 'en'))
  expect(places.get('hello')).toEqual({ x: 5, y: 7 })
  expect(places.size).toBe(6)
})

test('any flow: every block has one place, and none lies on another', () => {
  fc.assert(
    fc.property(fc.array(anyCommand(), { minLength: 1, maxLength: 60 }), (commands) => {
      let flow: FlowDocument = FLOW
      for (const make of commands) flow = applyOperations(flow, make(flow)?.operations ?? []).document
      const cards = cardsOf(flow, PROFILES.marketplace, 'en')
      const boxes = [...tidy(flow, cards)].map(([id, spot]) => ({
        ...spot,
        height: cards.get(id)?.height ?? 0,
      }))
      expect(boxes).toHaveLength(Object.keys(flow.blocks).length)
      boxes.forEach((a, index) =>
        boxes.slice(index + 1).forEach((b) => {
          const apart = Math.abs(a.x - b.x) >= CARD.width || a.y + a.height <= b.y || b.y + b.height <= a.y
          expect(apart).toBe(true)
        }),
      )
    }),
  )
})
