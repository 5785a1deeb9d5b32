import type { Order } from '@shopbell/protocol'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findingsInBothThemes } from './axe-findings.ts'
import { becomeOwner, openConsoleStage, type ConsoleStage } from './console-stage.ts'
import { enterDemoShop } from './demo-buyer.ts'

let stage: ConsoleStage
let page: Page

beforeAll(async () => {
  stage = await openConsoleStage()
  ;({ page } = stage)
  await becomeOwner(stage)
})
afterAll(() => stage.close())

const rows = () =>
  page.locator('[data-order]').evaluateAll((all) => all.map(({ dataset }) => dataset['order'] ?? ''))

/** As the shop's own system does, with the owner's cookie. */
async function put(orders: readonly Order[]): Promise<void> {
  const status = await page.evaluate(async (body) => {
    const init = { method: 'PUT', headers: { 'content-type': 'application/json' }, body }
    return (await fetch('/api/v1/orders', init)).status
  }, JSON.stringify({ orders }))
  expect(status).toBe(200)
}

const order = (n: number, buyer: string): Order => ({
  ref: `SO-${String(n).padStart(3, '0')}`,
  buyer,
  title: n % 2 === 0 ? `Bottles, batch ${n}` : `Cups, batch ${n}`,
  state: n % 3 === 0 ? '已发货' : 'Paid',
  lines: [{ title: 'Piece', quantity: n }],
  total: '12.50',
  currency: 'USD',
  orderedAt: 1_780_000_000_000 + n * 60_000,
})

const findings = () => findingsInBothThemes(page)

test('a shop without orders is told where they come from (TRD-05)', async () => {
  await page.getByRole('link', { name: 'Orders' }).click()
  await page.getByText('No orders yet.').waitFor()
  expect(await findings()).toEqual([])
})

test('all orders are listed, the newest first, page by page (TRD-05)', async () => {
  const buyer = await enterDemoShop(stage.shop.url)
  await buyer.write('I ordered something.')
  const [{ conversation = '' } = {}] = buyer.frames.filter((frame) => frame.type === 'welcome')
  await put(Array.from({ length: 60 }, (_, place) => order(place + 1, conversation)))
  await page.reload()
  await expect.poll(async () => (await rows()).length).toBe(50)
  expect((await rows())[0]).toBe('SO-060')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await expect.poll(async () => (await rows()).length).toBe(60)
  expect(await rows()).toEqual(Array.from({ length: 60 }, (_, place) => order(60 - place, '').ref))
  const last = page.locator('[data-order="SO-001"]')
  await last.getByText('USD 12.50').waitFor()
  expect(await findings()).toEqual([])

  await last.getByRole('link', { name: 'Conversation with the buyer of SO-001' }).click()
  await page.getByRole('log').getByText('I ordered something.').waitFor()
  buyer.drop()
})

test('words and state narrow it, and clearing brings all back (TRD-05)', async () => {
  await page.getByRole('link', { name: 'Orders' }).click()
  await page.getByLabel('Title or number').fill('BATCH 6')
  await expect.poll(rows).toEqual(['SO-060', 'SO-006'])
  await page.getByLabel('State').selectOption('Paid')
  await page.getByText('No order fits these filters.').waitFor()
  await page.getByLabel('Title or number').fill('so-01')
  await expect.poll(rows).toEqual(['SO-019', 'SO-017', 'SO-016', 'SO-014', 'SO-013', 'SO-011', 'SO-010'])
  // What stands for anything in SQL is a character here.
  await page.getByLabel('Title or number').fill('%')
  await page.getByText('No order fits these filters.').waitFor()
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect.poll(async () => (await rows()).length).toBe(50)
})

test('in Chinese, on a narrow phone (TRD-05)', async () => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.evaluate(() => localStorage.setItem('shopbell.locale', 'zh-CN'))
  await page.reload()
  await expect.poll(async () => (await rows()).length).toBe(50)
  // A state is read as a word, not letter under letter.
  const [chip] = await page.locator('[data-order="SO-059"] td.state > *').all()
  expect((await chip?.boundingBox())?.height).toBeLessThan(30)
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await expect.poll(wider).toBeLessThanOrEqual(0)
  expect(await findings()).toEqual([])
  expect(stage.complaints).toEqual([])
})
