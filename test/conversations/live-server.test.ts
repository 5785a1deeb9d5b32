import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { START_WITHIN_MS, startLiveShop, type LiveShop } from './live/live-shop.ts'
import { liveStage } from './live/live-stage.ts'
import { readShops } from './read-shop.ts'
import { named } from './script/named.ts'
import { parseScript } from './script/parse-script.ts'
import type { Script } from './script/script.ts'
import { playScript } from './stage/play-script.ts'
import { startOf } from './stage/start-of.ts'

/** Before every conversation's own time. */
const OPENED_AT = Date.parse('2026-03-01T00:00:00Z')

describe.for(readShops())('$folder', (shop) => {
  let live: LiveShop

  beforeAll(async () => {
    live = await startLiveShop(shop, OPENED_AT)
  }, START_WITHIN_MS)
  afterAll(() => live.stop())

  test.for(named(shop.scripts))('%s, through a running server', ([, script]) => play(script))

  test('a wrong line fails here too', async () => {
    const wrong = parseScript('a.txt', 'Buyer: Hello\nRobot says: You won a prize')
    await expect(play(wrong)).rejects.toMatchObject({ line: 2, message: expect.stringContaining('a prize') })
  })

  async function play(script: Script): Promise<void> {
    const stage = await liveStage(live, startOf(shop, script))
    try {
      await playScript(script, stage, shop)
    } finally {
      await stage.leave()
    }
  }
})
