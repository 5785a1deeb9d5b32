import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomeOwner, type ConsoleStage, openConsoleStage } from './console-stage.ts'
import { serveShopPage, type ShopPage } from './shop-page.ts'
import { openBuyerBrowser } from './widget/widget-stage.ts'

// What Shopbell is for, once from end to end: one test, because each step stands on the one before.

const SHOP = 'Bottle Works'
const GAPS = { 'MOQ?': '300', 'Lead time?': '25', 'Samples?': '20 euros', 'Payment?': '30 %' }

let stage: ConsoleStage
let shopPage: ShopPage | undefined

beforeAll(async () => {
  stage = await openConsoleStage({ environment: { SHOPBELL_DEMO: 'off' } })
})
afterAll(async () => {
  shopPage?.close()
  await stage.close()
})

test('from a server without anything to a buyer on the shop’s own page whom a colleague answers from a phone', async () => {
  const { page } = stage
  await becomeOwner(stage)
  await nameTheStore(page)
  await publishTemplate(page)

  await page.getByRole('link', { name: 'On your shop' }).click()
  const snippet = await page.getByLabel('Chat on your site').innerText()
  shopPage = await serveShopPage(stage.shop.url, () => snippet)
  const colleague = await openPhone(await inviteColleague(page))

  const buyer = await openBuyerBrowser(stage.browser)
  const chat = await buyer.visit(shopPage.origin)
  await chat.open()
  await chat.panel.getByText(`Hello and welcome, you reached ${SHOP}.`).waitFor()
  await chat.button('MOQ?').click()
  await chat.panel.getByText('300 pieces per colour.').waitFor()
  await page.getByText(`Live on ${shopPage.origin}`).waitFor()
  await chat.write('Can I talk to somebody about a custom lid?')
  await chat.stored('Can I talk to somebody about a custom lid?')
  await chat.button('Talk to a person').last().click()

  await expect.poll(() => colleague.title()).toMatch(/^\(1\) /)
  await colleague.getByRole('link', { name: /Visitor \w/ }).click()
  await colleague.getByRole('log').getByText('300 pieces per colour.').waitFor()
  const composer = colleague.getByRole('textbox', { name: /^Reply to/ })
  await composer.fill('Good morning, Lin here. Which bottle is it for?')
  await composer.press('Control+Enter')
  await chat.message('Good morning, Lin here. Which bottle is it for?').waitFor()
  await chat.write('The trail one.')
  await colleague.getByRole('log').getByText('The trail one.').waitFor()
  expect(stage.complaints).toEqual([])
})

async function nameTheStore(page: Page): Promise<void> {
  await stage.open('settings/store')
  await page.locator('[name=store-name]').fill(SHOP)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved', { exact: false }).first().waitFor()
}

async function publishTemplate(page: Page): Promise<void> {
  await stage.open('flow/start')
  await page.getByText('Factory, exporter').click()
  await page.getByRole('button', { name: 'Next' }).click()
  for (const [question, words] of Object.entries(GAPS)) {
    await page.locator('[data-item] button', { hasText: question }).first().click()
    await page.locator('[data-open] textarea:focus').waitFor()
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toMatch(/^\{\{\?.*\}\}$/)
    await page.keyboard.type(words)
  }
  await page.getByText('All words are there.').waitFor()
  await page.getByRole('button', { name: 'Check and publish' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish v1' }).click()
  await page.getByRole('heading', { name: 'v1 is live' }).waitFor()
}

/** Makes an invitation in another tab of the owner's, and returns its link. */
async function inviteColleague(owner: Page): Promise<string> {
  const page = await owner.context().newPage()
  await page.goto(`${stage.shop.url}/console/settings/people`)
  await page.getByRole('button', { name: 'Invite…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail').fill('lin@shop.test')
  await dialog.getByLabel('Role').selectOption('agent')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = await dialog.locator('[data-link] code').innerText()
  await page.close()
  return link
}

/** A colleague who joins by the link on a phone, and looks at the inbox. */
async function openPhone(link: string): Promise<Page> {
  const phone = await stage.browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en' })
  const page = await phone.newPage()
  await page.goto(link)
  await page.getByLabel('Your name').fill('Lin')
  await page.getByLabel('Password').fill('another twelve letters')
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('heading', { name: 'Follow up' }).waitFor()
  return page
}
