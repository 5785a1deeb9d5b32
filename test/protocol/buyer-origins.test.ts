import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CLOSE_CODES } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../packages/server/src/store/open-database.ts'
import { createStore } from '../../packages/server/src/store/stores.ts'
import { openBuyer } from '../tools/raw-buyer.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

const directory = mkdtempSync(join(tmpdir(), 'shopbell-origins-'))
let shop: Shop
beforeAll(async () => {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const database = await openDatabase({ dataDirectory: directory, log: silent })
  await createStore(database, {
    publicId: 'careful',
    name: 'Careful shop',
    profile: 'marketplace',
    timeZone: 'UTC',
    defaultLocale: 'en',
    allowedOrigins: ['https://shop.example'],
    epoch: 'first',
    at: 1,
  })
  await database.close()
  shop = await startShop({ environment: { SHOPBELL_DATA: directory } })
})
afterAll(async () => {
  await shop.stop()
  rmSync(directory, { recursive: true, force: true })
})

test.for([
  ['the shop’s page', 'https://shop.example'],
  ['a page of this server', 'own'],
] as const)('%s is let in', async ([, origin]) => {
  const headers = { origin: origin === 'own' ? shop.url : origin }
  const buyer = await openBuyer(shop.url, { store: 'careful', headers })
  expect(await buyer.hello()).toMatchObject({ store: { name: 'Careful shop' } })
})

test.for([
  ['another page', 'https://thief.example'],
  ['the same host by http', 'http://shop.example'],
  ['another port', 'https://shop.example:8443'],
  ['a longer name', 'https://shop.example.thief.example'],
  ['a name in front', 'https://evil-shop.example'],
  ['a name in capitals', 'https://SHOP.example'],
  ['a dot at the end', 'https://shop.example.'],
  ['a user in front', 'https://shop.example@thief.example'],
  ['a file', 'null'],
  ['nobody', undefined],
] as const)('%s is told why and sent away, without a word about the store', async ([, origin]) => {
  const headers = origin === undefined ? {} : { origin }
  const buyer = await openBuyer(shop.url, { store: 'careful', headers })
  buyer.send({ type: 'hello', after: 0, locale: 'en' })
  expect(await buyer.next('refused')).toMatchObject({ code: 'ORIGIN_REFUSED' })
  expect((await buyer.closed).code).toBe(CLOSE_CODES.FORBIDDEN)
  expect(JSON.stringify(buyer.frames)).not.toContain('Careful')
})

test('a store that never published still fetches a person', async () => {
  const buyer = await openBuyer(shop.url, { store: 'careful', headers: { origin: 'https://shop.example' } })
  await buyer.hello()
  buyer.send({ type: 'enter', entry: 'store_home' })
  expect(await buyer.say('lane-one.1', 'Is anybody there?')).toMatchObject({ type: 'stored', seq: 1 })
  expect(await buyer.next('message', ({ kind }) => kind === 'note')).toMatchObject({
    content: { code: 'waiting_for_person' },
  })
})

test('a token of one store is unknown in another', async () => {
  const buyer = await openBuyer(shop.url)
  const { token } = await buyer.hello()
  const other = await openBuyer(shop.url, { store: 'careful', headers: { origin: 'https://shop.example' } })
  other.send({ type: 'hello', after: 0, locale: 'en', token })
  expect(await other.next('refused')).toMatchObject({ code: 'TOKEN_UNKNOWN' })
})
