import { FlowVersionList } from '@shopbell/protocol'
import type { Browser, Page } from 'playwright-core'
import { Parse } from 'typebox/value'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openDatabase } from '../../packages/server/src/store/open-database.ts'
import { runAsJournal } from '../../packages/server/src/store/run-as.ts'
import { findStoreByPublicId } from '../../packages/server/src/store/stores.ts'
import { createPostgresDatabase, SILENT } from '../database/store/test-database.ts'
import { addAccount, PASSWORD } from '../protocol/console-stage/add-account.ts'
import { eventually } from '../tools/eventually.ts'
import { launchChromium } from '../tools/launch-chromium.ts'
import { startShop, type Shop } from '../tools/start-shop.ts'
import { openQuestion } from './editor-stage/editor-stage.ts'

// Two people of one shop, each with an account and a browser of their own, in one draft.

let shop: Shop
let drop: () => Promise<void>
let browser: Browser
let mei: Page
let lin: Page

beforeAll(async () => {
  const database = await createPostgresDatabase(inject('postgresUrl'))
  drop = database.drop
  shop = await startShop({ environment: { DATABASE_URL: database.url } })
  await addAccounts(database.url, 'mei@shop.test', 'lin@shop.test')
  browser = await launchChromium()
  mei = await openEditor('mei@shop.test')
  lin = await openEditor('lin@shop.test')
})
afterAll(async () => {
  await browser.close()
  await shop.stop()
  await drop()
})

const field = (page: Page, key: string) => page.locator(`[data-at="/texts/en/${key}"]`)
const step = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).first()
const versions = async () => {
  const response = await mei.request.get(`${shop.url}/api/v1/flow/versions`)
  return Parse(FlowVersionList, await response.json()).versions
}

test('each sees who else is there, and in which block', async () => {
  await step(lin, 'Common questions').click()
  await mei.getByText('lin, at Common questions').waitFor({ state: 'attached' })
  await step(mei, 'Welcome').click()
  await lin.getByText('mei, at Welcome').waitFor({ state: 'attached' })
})

test('what they change in different blocks merges in both', async () => {
  await openQuestion(lin, 'MOQ')
  await Promise.all([
    field(mei, 'welcome').fill('Good day from Mei.'),
    field(lin, 'faq.moq.answer').fill('Three hundred, says Lin.'),
  ])
  await step(lin, 'Welcome').click()
  await eventually(async () => expect(await field(lin, 'welcome').inputValue()).toBe('Good day from Mei.'))
  await openQuestion(mei, 'MOQ')
  await eventually(async () =>
    expect(await field(mei, 'faq.moq.answer').inputValue()).toBe('Three hundred, says Lin.'),
  )
  await step(mei, 'Welcome').click()
})

test('in the same field both values are shown, by name', async () => {
  await eventually(async () => expect(await field(mei, 'welcome').isEditable()).toBe(true))
  await eventually(async () => expect(await field(lin, 'welcome').isEditable()).toBe(true))
  // Both are typed before either is saved.
  let waiting = 0
  const bothWait = Promise.withResolvers<undefined>()
  for (const page of [mei, lin]) {
    await page.route('**/api/v1/flow/draft/operations', async (route) => {
      waiting += 1
      if (waiting === 2) bothWait.resolve(undefined)
      await bothWait.promise
      await route.continue()
    })
  }
  await Promise.all([field(mei, 'welcome').fill('Mei again'), field(lin, 'welcome').fill('Lin too')])
  await mei.getByRole('button', { name: 'Not saved: show' }).click()
  const dialog = mei.getByRole('dialog')
  await dialog.getByRole('heading', { name: 'lin' }).waitFor()
  await dialog.getByText('Mei again').waitFor()
  await dialog.getByText('Lin too').waitFor()
  await dialog.getByRole('button', { name: 'Keep yours' }).click()
  await mei.keyboard.press('Escape')
  await lin.getByRole('button', { name: 'Not saved: show' }).click()
  await lin.getByRole('dialog').getByRole('button', { name: 'Take this one' }).click()
  await lin.keyboard.press('Escape')
  await eventually(async () => {
    expect(await field(lin, 'welcome').inputValue()).toBe(await field(mei, 'welcome').inputValue())
    for (const page of [mei, lin])
      expect(await page.locator('[data-save]').getAttribute('data-save')).toBe('saved')
  })
  for (const page of [mei, lin]) await page.unrouteAll({ behavior: 'wait' })
})

test('of two who publish at once one does; the other is told, and overwrites nothing', async () => {
  for (const page of [mei, lin]) {
    await page.keyboard.press('Control+Shift+P')
    await page.getByRole('button', { name: 'Publish v2' }).waitFor()
  }
  await Promise.all([mei, lin].map((page) => page.getByRole('button', { name: 'Publish v2' }).click()))
  const told = /(mei|lin) published v2 since you opened this/
  await eventually(async () => {
    const notices = await Promise.all([mei, lin].map((page) => page.getByText(told).count()))
    expect(notices.sort()).toEqual([0, 1])
  })
  const loser = (await mei.getByText(told).count()) === 1 ? mei : lin
  await loser.getByText('Buyers get nothing new.').waitFor()
  await loser.getByRole('button', { name: 'Publish v3', disabled: true }).waitFor()
  await loser.keyboard.press('Escape')
  await loser.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await versions()).toHaveLength(2)
  for (const page of [mei, lin]) await page.getByText('v2 live').waitFor()
})

test('what one changes while the other looks is shown before it is published', async () => {
  await step(lin, 'Welcome').click()
  await field(lin, 'welcome').fill('One')
  await mei.getByText('Draft, 1 change').waitFor()
  await mei.keyboard.press('Control+Shift+P')
  await mei.getByRole('button', { name: 'Publish v3' }).waitFor()
  await field(lin, 'welcome').fill('Two')
  await eventually(async () =>
    expect(await (await lin.request.get(`${shop.url}/api/v1/flow/draft`)).text()).toContain('"Two"'),
  )
  await mei.getByRole('button', { name: 'Publish v3' }).click()
  await mei.getByText('lin changed Welcome since you opened this.').waitFor()
  await mei.getByText('Show what changed').click()
  const changes = mei.getByRole('dialog').locator('details')
  await expect.poll(() => changes.locator('del').allInnerTexts()).toEqual(['One'])
  await expect.poll(() => changes.locator('ins').allInnerTexts()).toEqual(['Two'])
  await mei.getByRole('button', { name: 'Publish v3' }).click()
  await mei.getByText('v3 is live.').waitFor()
  await lin.getByText('v3 live').waitFor()
  expect((await versions())[0]).toMatchObject({ version: 3, publishedBy: 'mei' })
})

/** Accounts of the demo shop, the first its owner; how people are invited has tests of its own. */
async function addAccounts(databaseUrl: string, ...emails: readonly string[]): Promise<void> {
  const database = await openDatabase({ databaseUrl, dataDirectory: '', log: SILENT })
  const store = await runAsJournal(database, (tx) => findStoreByPublicId(tx, 'demo'))
  for (const [place, email] of emails.entries())
    await addAccount({ database, clock: { now: Date.now, forward: () => {} } }, store?.id ?? 0, {
      email,
      role: place === 0 ? 'owner' : 'admin',
    })
  await database.close()
}

async function openEditor(email: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en',
    reducedMotion: 'reduce',
  })
  await context.addInitScript(() => {
    if (location.protocol === 'http:') localStorage.setItem('shopbell.flowView', 'form') // a blank page has no storage
  })
  const page = await context.newPage()
  await page.goto(`${shop.url}/console/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Follow up' }).waitFor()
  await page.goto(`${shop.url}/console/flow/edit`)
  await page.locator('.editor').waitFor()
  return page
}
