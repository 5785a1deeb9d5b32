import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UNKNOWN_BUYER } from '../conversation/buyer-record.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { flowGraph, reachableFrom } from '../document/graph.ts'
import { PROFILES } from '../flow/profiles.ts'
import { arbitraryFlow } from '../testing/arbitrary-flow.ts'
import { BOTTLE_FLOW, bottlesWith } from '../testing/bottle-flow.ts'
import { sampleFlows } from '../testing/sample-flows.ts'
import type { BuyerAct } from './buyer-act.ts'
import { findConversation } from './find-conversation.ts'
import { playable, playConversation, type PlaySetting } from './play-conversation.ts'

const SETTING: PlaySetting = {
  profile: PROFILES.marketplace,
  storeName: 'Harbor',
  timeZone: 'Asia/Shanghai',
  locales: ['en'],
  buyer: UNKNOWN_BUYER,
  products: [],
  startsAt: Date.parse('2026-03-02T01:30:00Z'),
}
const find = (block: string, document: FlowDocument = BOTTLE_FLOW, port: string | null = null) =>
  findConversation(document, SETTING, { block, port, hello: 'Hello' })
const comesTo = (
  block: string,
  acts: readonly BuyerAct[],
  document: FlowDocument,
  setting = SETTING,
): boolean => {
  const { steps, unfit } = playConversation(playable(document), setting, acts)
  return unfit === null && steps.some(({ blocks }) => blocks.includes(block))
}

test('what every buyer meets needs no act, what follows an answer needs that answer', () => {
  expect(find('faq')).toEqual([])
  expect(find('custom')).toEqual([{ type: 'tap', source: 'ask-size', option: 'other' }])
  expect(find('bye')).toEqual([{ type: 'wait' }, { type: 'wait' }])
})

test('a block behind a condition is met with an answer that fulfils it, and its other way with one that does not', () => {
  const said = (block: string) => find(block)?.flatMap((act) => (act.type === 'say' ? act.text : []))
  expect(said('to-key')).toContain('1000')
  expect(said('to-sales')).not.toContain('1000')
})

test('a port that leads nowhere is left by the answer that belongs to it', () => {
  const ask = BOTTLE_FLOW.blocks['ask-size']
  if (ask?.kind !== 'smart-question') throw new Error('The sample asks for the size')
  const broken = bottlesWith({
    'ask-size': { ...ask, choices: [{ id: 'large' }, { id: 'other', next: 'gone' }] },
  })
  expect(find('ask-size', broken, '/choices/0/next')).toEqual([
    { type: 'tap', source: 'ask-size', option: 'large' },
  ])
  expect(find('ask-size', broken, '/choices/1/next')).toEqual([
    { type: 'tap', source: 'ask-size', option: 'other' },
  ])
})

test('where nothing leads, or only what is not the buyer’s to say, there is no conversation', () => {
  const document = bottlesWith({
    island: { kind: 'message', next: 'bye' },
    custom: {
      kind: 'condition',
      cases: [{ id: 'fr', when: { source: 'locale', op: 'is', value: 'fr' }, next: 'french' }],
      else: 'ask-quantity',
    },
    french: { kind: 'message', next: 'bye' },
  })
  expect(find('island', document)).toBeNull()
  expect(find('french', document)).toBeNull()
  expect(find('gone', document)).toBeNull()
})

/** Met only by buyers who come from the page of a refund: that is not theirs to say. */
const UNSAID = ['to-after-sales']

describe('in the flows of the repository', () => {
  for (const { name, document, profile } of sampleFlows()) {
    const { reception = '' } = document.entries
    const setting = { ...SETTING, profile }
    test.for([...reachableFrom(flowGraph(document), reception)])(
      `${name}: a conversation comes to %s`,
      (block) => {
        const acts = findConversation(document, setting, { block, port: null, hello: 'Hello' })
        if (UNSAID.includes(block)) expect(acts).toBeNull()
        else expect(acts && comesTo(block, acts, document, setting)).toBe(true)
      },
    )
  }
})

test('whatever a flow looks like: what is found comes there, and nobody who wanders comes there sooner', () => {
  const wandering = fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { maxLength: 6 })
  fc.assert(
    fc.property(arbitraryFlow, wandering, (document, moves) => {
      const flow = playable(document)
      let acts: readonly BuyerAct[] = []
      for (const [what, which] of moves) {
        const { asks, waiting } = playConversation(flow, SETTING, acts)
        const next = wander(document, asks, waiting !== null, what, which)
        if (next) acts = [...acts, next]
      }
      playConversation(flow, SETTING, acts).steps.forEach(({ blocks }, step) => {
        for (const block of new Set(blocks)) {
          const found = findConversation(document, SETTING, { block, port: null, hello: 'Hello' })
          expect(found && comesTo(block, found, document)).toBe(true)
          expect(found?.length).toBeLessThanOrEqual(step)
        }
      })
    }),
    { numRuns: 150 },
  )
})

/** One thing a buyer might do, chosen by numbers. */
function wander(
  document: FlowDocument,
  asks: string | null,
  waits: boolean,
  what: number,
  which: number,
): BuyerAct | null {
  if (what === 0) return waits ? { type: 'wait' } : null
  const block = document.blocks[asks ?? '']
  const variable = block && 'variable' in block ? document.variables[block.variable] : undefined
  if (asks === null || !variable) return { type: 'say', text: 'Hello' }
  if (what === 1 || !('options' in variable)) return { type: 'say', text: `Number ${which}` }
  const option = variable.options[which % variable.options.length] ?? ''
  return variable.type === 'choice'
    ? { type: 'tap', source: asks, option }
    : { type: 'answer', source: asks, value: [option] }
}
