import { afterAll, beforeAll, describe, test } from 'vitest'
import { startLiveShop, type LiveShop } from './live/live-shop.ts'
import { liveStage } from './live/live-stage.ts'
import { readShops } from './read-shop.ts'
import { playScript } from './stage/play-script.ts'
import { startOf } from './stage/start-of.ts'

/** Before every conversation's own time. */
const OPENED_AT = Date.parse('2026-03-01T00:00:00Z')

describe.for(readShops())('$folder', (shop) => {
  let live: LiveShop

  beforeAll(async () => {
    live = await startLiveShop(shop, OPENED_AT)
  })
  afterAll(() => live.stop())

  test.for(shop.scripts)('$file through a running server', async (script) => {
    const stage = await liveStage(live, startOf(shop, script))
    try {
      await playScript(script, stage, shop.timeZone)
    } finally {
      await stage.leave()
    }
  })
})
