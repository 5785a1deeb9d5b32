import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FlowDocument } from '../document/flow-document.ts'
import { arbitraryActs, perform, type Act } from '../testing/act.ts'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { openShop } from '../testing/open-shop.ts'
import { sampleFlows } from '../testing/sample-flows.ts'
import { shuffledKeys } from '../testing/shuffled-keys.ts'
import type { Effect } from './effect.ts'

const FLOWS = [...sampleFlows(), { name: 'bottles', document: BOTTLE_FLOW }]

/** What a conversation does, without the words: kinds, sources, options, answers by id, timers. */
function doings(flow: FlowDocument, acts: readonly Act[]): readonly string[] {
  const shop = openShop(flow)
  for (const act of acts) perform(shop, act, flow)
  return shop
    .steps()
    .flatMap(({ effects, refusals }) => [...effects.map(withoutWords), ...refusals.map(({ code }) => code)])
}

function withoutWords(effect: Effect): string {
  return JSON.stringify(effect, (key, value: unknown) =>
    ['text', 'label', 'question', 'shown', 'list', 'listVersion'].includes(key) ? undefined : value,
  )
}

/** The flow with every text, title and name a seller can change said otherwise. */
function renamed(flow: FlowDocument): FlowDocument {
  const texts = Object.entries(flow.texts).map(([locale, byKey]) => {
    const said = Object.entries(byKey).map(([key, text]) => [key, `New ${key}: ${text}`])
    return [locale, Object.fromEntries(said)]
  })
  const layout = Object.keys(flow.blocks).map((id) => [id, { x: 1, y: 2, title: 'Renamed' }])
  return { ...flow, name: 'Renamed', texts: Object.fromEntries(texts), layout: Object.fromEntries(layout) }
}

/** Free words may equal a question or a label only before the renaming; everything else is said by id. */
function byIdOnly(acts: readonly Act[]): readonly Act[] {
  return acts.map((act) => (act.does === 'say' ? { ...act, words: 'zzz' } : act))
}

describe.for(FLOWS)('in $name ids are opaque', ({ document: flow }) => {
  test('saying everything in other words changes nothing that is done', () => {
    fc.assert(
      fc.property(arbitraryActs(flow), (acts) => {
        expect(doings(renamed(flow), byIdOnly(acts))).toEqual(doings(flow, byIdOnly(acts)))
      }),
      { numRuns: 40 },
    )
  })

  test('the order of keys in the document changes nothing that is done or said', () => {
    fc.assert(
      fc.property(shuffledKeys(flow), arbitraryActs(flow), (shuffled, acts) => {
        const told = (document: FlowDocument) => {
          const shop = openShop(document)
          return acts.flatMap((act) => perform(shop, act, flow))
        }
        expect(told(shuffled)).toEqual(told(flow))
      }),
      { numRuns: 40 },
    )
  })
})
