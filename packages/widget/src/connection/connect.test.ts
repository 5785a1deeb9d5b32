import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { connect, type Connection } from './connect.ts'
import { memoryStorage } from './lasting-storage.ts'
import { simulatedShop } from './simulated-shop.ts'

const MINUTE_MS = 60_000

type Act =
  | { readonly do: 'write' | 'reload' | 'network'; readonly tab: 0 | 1 }
  | { readonly do: 'cut' | 'drain' | 'freeze' | 'robot' }
  | { readonly do: 'elapse'; readonly ms: number }
  | {
      readonly do: 'fault'
      readonly kind: 'loseUp' | 'loseDown' | 'doubleDown' | 'swapDown' | 'dieAfterCommit' | 'refuse'
    }

const tab = fc.constantFrom(0 as const, 1 as const)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: tab.map((tab) => ({ do: 'write' as const, tab })) },
  { weight: 2, arbitrary: tab.map((tab) => ({ do: 'reload' as const, tab })) },
  { weight: 1, arbitrary: tab.map((tab) => ({ do: 'network' as const, tab })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('cut' as const, 'drain' as const, 'freeze' as const, 'robot' as const)
      .map((name) => ({ do: name })),
  },
  { weight: 6, arbitrary: fc.nat(3_000).map((ms) => ({ do: 'elapse' as const, ms })) },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom('loseUp', 'loseDown', 'doubleDown', 'swapDown', 'dieAfterCommit', 'refuse')
      .map((kind) => ({ do: 'fault' as const, kind })),
  },
)

/** Two tabs of one browser, in the shop. */
function browser(seed: number) {
  const chance = seeded(seed)
  const shop = simulatedShop(chance)
  const storage = memoryStorage()
  let lanes = 0
  const openTab = (): Connection => {
    const connection = connect({
      address: 'ws://shop',
      store: 'demo',
      locale: 'en',
      storage,
      openSocket: shop.openSocket,
      startTimer: shop.startTimer,
      now: shop.now,
      chance,
      newLane: () => `lane-${String(++lanes).padStart(4, '0')}`,
    })
    connection.wake()
    return connection
  }
  return { shop, storage, openTab, tabs: [openTab(), openTab()] as [Connection, Connection] }
}

describe('whatever the network and the browser do', () => {
  test('every message is stored once, in the order of writing, and every tab sees the same log', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(act, { minLength: 1, maxLength: 60 }), (seed, acts) => {
        const { shop, storage, openTab, tabs } = browser(seed)
        const written: [string[], string[]] = [[], []]
        const perform = (act: Act): void => {
          switch (act.do) {
            case 'write': {
              const text = `${String(act.tab)}:${String(written[act.tab].length + 1)}`
              written[act.tab].push(text)
              return tabs[act.tab].send({ kind: 'text', text }, text)
            }
            case 'reload':
              tabs[act.tab].end()
              tabs[act.tab] = openTab()
              return
            case 'network':
              return tabs[act.tab].networkReturned()
            case 'cut':
              return shop.cutAll()
            case 'drain':
              return shop.cutAll(4503)
            case 'robot':
              return shop.robotSays('hello')
            case 'freeze':
              return shop.freezeAll()
            case 'elapse':
              return shop.elapse(act.ms)
            case 'fault':
              shop.faults[act.kind] += 1
          }
        }
        acts.forEach(perform)
        shop.heal()
        shop.elapse(5 * MINUTE_MS)

        const stored = shop.conversations.flatMap(({ log }) => log)
        const texts = stored.filter(({ author }) => author === 'buyer').map(textOf)
        expect(texts.filter((text) => text.startsWith('0'))).toEqual(written[0])
        expect(texts.filter((text) => text.startsWith('1'))).toEqual(written[1])
        expect(shop.conversations.filter(({ log }) => log.length > 0).length).toBeLessThanOrEqual(1)
        for (const { state } of tabs) {
          expect(state().log.messages).toEqual(stored)
          expect(state().outbox).toEqual([])
          expect(state().phase).toBe('ready')
        }
        expect(Array.from({ length: storage.length }, (_, i) => storage.key(i))).toEqual([
          'shopbell:demo:token',
        ])
      }),
      { numRuns: 1_000 },
    )
  })
})

test('listeners hear of changes only: drawing again would see again, for ever', () => {
  const { shop, tabs } = browser(1)
  tabs[0].send({ kind: 'text', text: 'hi' }, 'hi')
  shop.elapse(MINUTE_MS)
  let heard = 0
  tabs[0].onChange(() => heard++)
  tabs[0].see(1)
  tabs[0].see(1)
  expect(heard).toBe(1)
})

function textOf({
  content,
}: {
  readonly content: { readonly kind: string; readonly text?: string }
}): string {
  return content.text ?? ''
}

/** mulberry32: the same seed draws the same. */
function seeded(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
