import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { makeCheckoutByLinks, type CheckoutByLinks } from './checkout-by-links.ts'
import { blocksFor } from './runner-of.ts'
import { startShopOfDocs, type ShopOfDocs } from './shop-of-docs.ts'
import { withStandIns } from './stand-ins.ts'
import { typeProblems } from './type-problems.ts'
import { prepareFolder, removePrograms, writeProgram } from './write-program.ts'

// Every `ts` and `js` block passes the strictest TypeScript, and runs.

const run = promisify(execFile)
const blocks = blocksFor('programs')

let shop: ShopOfDocs
let checkout: CheckoutByLinks
let programs: string
beforeAll(async () => {
  checkout = makeCheckoutByLinks()
  programs = prepareFolder()
  shop = await startShopOfDocs(inject('postgresUrl'))
})
afterAll(async () => {
  await shop.stop()
  checkout.remove()
  removePrograms()
})

test('all of them pass strict TypeScript', () => {
  const paths = blocks.map(([, block]) => writeProgram(block))
  expect(typeProblems(paths)).toEqual([])
})

test.for(blocks)('%s', async ([, block]) => {
  const code = withStandIns(block.code, shop)
  const path = writeProgram({ ...block, code })
  const { url, token } = shop
  const env = { PATH: process.env['PATH'], SHOPBELL_URL: url, SHOPBELL_TOKEN: token }
  const ran = run(process.execPath, ['-C', 'shopbell-source', path], { cwd: programs, env })
  await expect(ran).resolves.toBeDefined()
})
