import { StoreSettings, WidgetDesk } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBuyer } from '../tools/raw-buyer.ts'
import { ask } from './console-stage/ask.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { openStaffedShop } from './console-stage/open-staffed-shop.ts'

const ONE_PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
let stage: ConsoleStage

beforeAll(async () => {
  stage = await openConsoleStage({ ownOrigin: 'http://console.test' })
})
afterAll(() => stage.close())

test('a server that moves shows the picture under its new address, to sellers and buyers', async () => {
  const { shop, owner: cookie } = await openStaffedShop(stage)
  const chosen = await ask(stage, 'POST', '/store/avatar', { cookie, body: { image: ONE_PIXEL } })
  const path = new RegExp(`^http://console\\.test(/api/v1/stores/${shop}/avatar\\?v=[\\w-]{16})$`)
  expect(chosen.as(StoreSettings).avatar).toMatch(path)
  const [, picture = ''] = path.exec(chosen.as(StoreSettings).avatar ?? '') ?? []

  stage.moveTo('http://chat.shop.example')
  const avatar = `http://chat.shop.example${picture}`
  expect((await ask(stage, 'GET', '/store', { cookie })).as(StoreSettings)).toMatchObject({ avatar })
  expect((await ask(stage, 'GET', '/widget', { cookie })).as(WidgetDesk)).toMatchObject({ avatar })
  const buyer = await openBuyer(stage.url(), { store: shop })
  expect((await buyer.hello()).store).toMatchObject({ avatar })
  buyer.drop()
  const shown = await stage.app.inject(picture)
  expect([shown.statusCode, shown.headers['content-type'], shown.rawPayload.toString('base64')]).toEqual([
    200,
    'image/png',
    ONE_PIXEL,
  ])
})
