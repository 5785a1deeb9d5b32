import { behaviourHash, canonicalFlow, isEnabled, parseFlow, validateFlow } from '@shopbell/engine'
import { describe, expect, test } from 'vitest'
import { readShops, ruleBookOf } from './read-shop.ts'
import { engineStage } from './stage/engine-stage.ts'
import { playScript } from './stage/play-script.ts'
import { startOf } from './stage/start-of.ts'

describe.for(readShops())('the sample flow $folder', (shop) => {
  const { document } = shop

  test('has neither errors nor warnings under its shop’s rule book', () => {
    expect(validateFlow(document, ruleBookOf(shop.ruleBook))).toEqual([])
  })

  test('survives an export and an import byte for byte', () => {
    const exported = canonicalFlow(document)
    const again = parseFlow(exported)
    expect(again.ok && canonicalFlow(again.document)).toBe(exported)
    expect(again.ok && behaviourHash(again.document)).toBe(behaviourHash(document))
  })

  test('is laid out from top to bottom: what follows stands lower, or to the right', () => {
    for (const [id, block] of Object.entries(document.blocks)) {
      const next = 'next' in block ? block.next : undefined
      if (next === undefined) continue
      const from = document.layout[id]!
      const to = document.layout[next]!
      expect(to.y > from.y || to.x > from.x, `${id} → ${next}`).toBe(true)
    }
    expect(Object.keys(document.layout).toSorted()).toEqual(Object.keys(document.blocks).toSorted())
  })

  test('every block that says something is met by some conversation', async () => {
    const met = new Set<string | undefined>()
    for (const script of shop.scripts) {
      const stage = engineStage(shop, startOf(shop, script))
      await playScript(script, stage, shop)
      for (const { source } of await stage.history()) met.add(source)
    }
    const missed = Object.entries(document.blocks)
      .filter(([id, block]) => document.texts[document.defaultLocale]?.[id] !== undefined && isEnabled(block))
      .filter(([id]) => !met.has(id))
    expect(missed).toEqual([])
  })
})
