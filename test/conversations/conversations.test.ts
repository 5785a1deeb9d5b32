import { describe, expect, test } from 'vitest'
import { readShops, type Shop } from './read-shop.ts'
import type { Script } from './script/script.ts'
import { engineStage } from './stage/engine-stage.ts'
import { named } from './script/named.ts'
import { startOf } from './stage/start-of.ts'
import { playScript } from './stage/play-script.ts'

const SCRIPTS_PER_SHOP = 6

describe.for(readShops())('$folder', (shop) => {
  test('has conversations that prove it', () => {
    expect(shop.scripts.length).toBeGreaterThanOrEqual(SCRIPTS_PER_SHOP)
  })

  test.for(named(shop.scripts))('%s, through the engine', ([, script]) => play(shop, script))
})

async function play(shop: Shop, script: Script): Promise<void> {
  await playScript(script, engineStage(shop, startOf(shop, script)), shop)
}
