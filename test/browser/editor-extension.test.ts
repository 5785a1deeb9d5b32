import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FlowDraft } from '@shopbell/protocol'
import type { Page } from 'playwright-core'
import { Parse } from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { openBuyer } from '../tools/raw-buyer.ts'
import { becomeOwner, openConsoleStage, type ConsoleStage } from './console-stage.ts'

// A block of an extension, which the console knows by its description alone: added, written, checked, published, and met by a buyer.

const EXAMPLE = new URL('../../examples/loyalty-points/', import.meta.url)
const FLOW = readFileSync(new URL('flow.json', EXAMPLE), 'utf8')

let stage: ConsoleStage
let page: Page
beforeAll(async () => {
  const SHOPBELL_EXTENSIONS = fileURLToPath(new URL('extension.js', EXAMPLE))
  stage = await openConsoleStage({ environment: { SHOPBELL_EXTENSIONS } })
  await becomeOwner(stage)
  page = stage.page
  const { origin } = new URL(stage.shop.url)
  const imported = await page.request.post(`${origin}/api/v1/flow/import`, {
    data: FLOW,
    headers: { 'content-type': 'application/json', origin },
  })
  expect(imported.status()).toBe(200)
  await stage.open('flow/edit')
  await page.getByRole('radio', { name: 'Canvas' }).check({ force: true })
  await block('points').waitFor()
})
afterAll(() => stage.close())

const block = (id: string) => page.locator(`[data-block="${id}"]`)
const field = (at: string) => page.locator(`[data-at="${at}"]`)
const dialog = () => page.getByRole('dialog')
async function draft() {
  const response = await page.request.get(`${stage.shop.url}/api/v1/flow/draft`)
  return Parse(FlowDraft, await response.json())
}

test('the palette offers its kind by its own name, and adds it with its ways and defaults', async () => {
  await page.getByRole('button', { name: 'Add: Loyalty points' }).click()
  await block('loyalty-points').getByText('Enough points').waitFor()
  await eventually(async () =>
    expect((await draft()).document).toHaveProperty(['blocks', 'loyalty-points'], {
      kind: 'acme/loyalty-points',
      enabled: true,
      fields: { threshold: 1_000 },
      ways: [{ id: 'enough' }],
    }),
  )
  // What is not linked and not written is found here, as the server finds it.
  await page.keyboard.press('Control+z')
  await block('loyalty-points').waitFor({ state: 'detached' })
})

test('its fields and texts are written in a form, and judged by its own rules', async () => {
  await block('points').click()
  await page.getByText('Tells buyers their points').first().waitFor()
  const threshold = field('/blocks/points/fields/threshold')
  await threshold.fill('0')
  await eventually(async () =>
    expect((await draft()).problems).toMatchObject([
      { code: 'FIELD_UNFIT', at: '/blocks/points/fields/threshold' },
    ]),
  )
  await threshold.fill('100')
  await field('/texts/en/points.enough.text').fill('{{acme.points|Your}} points: a bottle is yours.')
  await eventually(async () => {
    const { document, problems } = await draft()
    expect(document).toHaveProperty(['blocks', 'points', 'fields'], { threshold: 100 })
    expect(JSON.stringify(document)).toContain('a bottle is yours')
    expect(problems).toEqual([])
  })
})

test('a buyer meets what was published: the words, and beside them the vendor’s facts', async () => {
  await page.keyboard.press('Control+Shift+P')
  await dialog().getByRole('button', { name: 'Publish v2' }).click()
  await page.getByText('v2 live').waitFor()
  const buyer = await openBuyer(stage.shop.url)
  await buyer.hello()
  buyer.send({ type: 'enter', entry: 'store_home' })
  const { content } = await buyer.next('message', ({ kind }) => kind === 'flow_message')
  expect(content).toEqual({
    kind: 'text',
    text: '120 points: a bottle is yours.',
    extra: { kind: 'acme/points', data: { points: 120, tier: 'guest' } },
  })
  buyer.drop()
})

test('the widget, which knows nothing of the vendor, shows the words', async () => {
  const shop = await stage.context.newPage()
  await shop.goto(`${stage.shop.url}/demo/`)
  await shop.getByRole('button', { name: 'Chat with the shop' }).click()
  await shop.getByText('120 points: a bottle is yours.').first().waitFor()
  await shop.close()
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
