import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { makeCheckoutByLinks, type CheckoutByLinks } from './checkout-by-links.ts'
import { runShell } from './run-shell.ts'
import { blocksFor } from './runner-of.ts'
import { startShopOfDocs, type ShopOfDocs } from './shop-of-docs.ts'
import { withStandIns } from './stand-ins.ts'

// Every `sh` block is typed into a shell, in a checkout, before a running server.

let shop: ShopOfDocs
let checkout: CheckoutByLinks
beforeAll(async () => {
  checkout = makeCheckoutByLinks()
  shop = await startShopOfDocs(inject('postgresUrl'))
})
afterAll(async () => {
  await shop.stop()
  checkout.remove()
})

test.for(blocksFor('shell'))('%s', async ([, { page, code }]) => {
  const inExample = /^examples\/[^/]+/.exec(page)?.[0]
  const env = {
    PATH: `${checkout.programs}:${process.env['PATH'] ?? ''}`,
    HOME: checkout.folder,
    SHOPBELL_TOKEN: shop.token,
    PORT: '0',
    CI: 'true',
  }
  const ran = await runShell(withStandIns(code, shop), { cwd: join(checkout.folder, inExample ?? ''), env })
  expect(ran, `${ran.out}\n${ran.err}`).toMatchObject({ exitCode: 0 })
})
