import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ProductList } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsoleApi, openConsoleApi } from '../conversations/live/console-api.ts'
import { runShopbell } from '../tools/run-shopbell.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

let shop: Shop
let api: ConsoleApi
let folder: string

beforeAll(async () => {
  shop = await startShop()
  api = await openConsoleApi(shop.url, shop.setupLink ?? '')
  folder = await mkdtemp(join(tmpdir(), 'shopbell-catalogue-'))
})
afterAll(async () => {
  await shop.stop()
  await rm(folder, { recursive: true })
})

async function importing(name: string, text: string, ...options: readonly string[]) {
  const path = join(folder, name)
  await writeFile(path, text)
  const finished = await runShopbell(['catalogue', 'import', path, '--to', shop.url, ...options], {
    SHOPBELL_TOKEN: api.token,
  })
  return { ...finished, out: finished.out.replaceAll(path, name), err: finished.err.replaceAll(path, name) }
}

const cups = async () => (await api.ask('GET', 'products?text=cup', ProductList)).products.length

test('a file is tried, saved, and saved again without harm', async () => {
  const csv = 'ref,title\ncup-1,Cup\ncup-2,Large cup\n'
  expect(await importing('cups.csv', csv, '--dry-run')).toEqual({
    exitCode: 0,
    out: 'cups.csv: not saved (dry run), 2 products: 2 new, 0 replaced\n',
    err: '',
  })
  expect(await cups()).toBe(0)
  expect((await importing('cups.csv', csv)).out).toBe('cups.csv: saved, 2 products: 2 new, 0 replaced\n')
  const json = '[{"ref":"cup-1","title":"Cup"}]'
  expect((await importing('cups.json', json)).out).toBe('cups.json: saved, 1 product: 0 new, 1 replaced\n')
  expect(await cups()).toBe(2)
})

test('a wrong row ends it with code 1, its row and its reason', async () => {
  expect(await importing('wrong.csv', 'ref,title\ncup-9,\n')).toEqual({
    exitCode: 1,
    out: 'wrong.csv: row 2: error VALUE_MISSING: title: is empty; every product has one.\n',
    err: 'shopbell: PROBLEMS: wrong.csv: 1 problem; nothing was saved.\n',
  })
})

test('a file that is not there ends it with code 2', async () => {
  const path = join(folder, 'none.csv')
  const { exitCode } = await runShopbell(['catalogue', 'import', path, '--to', shop.url], {
    SHOPBELL_TOKEN: api.token,
  })
  expect(exitCode).toBe(2)
})
