import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAsJournal } from '../../packages/server/src/store/run-as.ts'
import { storeVersions } from '../../packages/server/src/store/store-versions.ts'
import { ask, type Method } from './console-stage/ask.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { openStaffedShop, type StaffedShop } from './console-stage/open-staffed-shop.ts'
import { publishSample } from './console-stage/publish-sample.ts'

// A node that hears no wake sees by the store's version that something changed (PUB-10): so each of these changes has to move it.

let stage: ConsoleStage
let shop: StaffedShop
beforeAll(async () => {
  stage = await openConsoleStage()
  shop = await openStaffedShop(stage)
})
afterAll(() => stage.close())

const version = async () =>
  (await runAsJournal(stage.database, (tx) => storeVersions(tx, [shop.storeId]))).get(shop.storeId)

const OFF = { on: false, text: '', delaySeconds: 0 }
const STATUS = { first: OFF, busy: OFF, closing: OFF, away: OFF }
const CATEGORIES = [{ ref: 'shoes', name: 'Shoes' }]
const ORDER = {
  ...{ ref: 'A1', buyer: 'somebody', title: 'Bottle', state: 'Sent', orderedAt: 1 },
  lines: [{ title: 'Bottle', quantity: 1 }],
}
const kept = (settings: object) => ({ settings, revision: 0 })

test('every change that open chats may show moves the version of the store, and of no other; a refused one does not', async () => {
  const other = await openStaffedShop(stage)
  const versionOfOther = async () =>
    (await runAsJournal(stage.database, (tx) => storeVersions(tx, [other.storeId]))).get(other.storeId)
  const [atFirst, ofOther] = [await version(), await versionOfOther()]
  const seen = new Set([atFirst])
  const changes: readonly (readonly [Method, string, object | string])[] = [
    ['POST', '/settings/menu', kept({ entries: [] })],
    ['POST', '/settings/card-list', kept({ lead: 'Ask:', questions: [] })],
    ['POST', '/settings/product-replies', kept({ on: false, rules: [] })],
    ['POST', '/settings/status-replies', kept(STATUS)],
    ['POST', '/settings/status-replies/mine', kept(STATUS)],
    ['POST', '/settings/closing-phrases', kept({ phrases: ['ta'] })],
    ['POST', '/settings/profile', { choice: { base: 'alibaba', changes: null }, revision: 0 }],
    ['POST', '/store', { shownName: 'The Harbor' }],
    ['PUT', '/products', { products: [{ ref: 'P1', title: 'Bottle', category: 'shoes' }] }],
    ['POST', '/products/import', '[{"ref":"P2","title":"Tent"}]'],
    ['POST', '/products/changes', { ref: 'P1', available: false }],
    ['PUT', '/categories', { categories: CATEGORIES }],
    ['POST', '/categories/changes', { from: CATEGORIES, to: [] }],
    ['PUT', '/orders', { orders: [ORDER] }],
    ['DELETE', '/products?ref=P2', ''],
  ]
  for (const [method, path, body] of changes) {
    const asked = { cookie: shop.owner, ...(body === '' ? {} : { body }) }
    const { status, text } = await ask(stage, method, path, asked)
    expect([path, status], text).toEqual([path, method === 'DELETE' ? 204 : 200])
    const now = await version()
    expect(seen, path).not.toContain(now)
    seen.add(now)
  }
  await publishSample(stage, shop.storeId)
  const now = await version()
  expect(seen).not.toContain(now)
  const late = await ask(stage, 'POST', '/settings/menu', { cookie: shop.owner, body: kept({ entries: [] }) })
  expect([late.status, await version(), await versionOfOther()]).toEqual([409, now, ofOther])
})
