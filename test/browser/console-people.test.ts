import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomeOwner, openConsoleStage, OWNER, type ConsoleStage } from './console-stage.ts'

const COLLEAGUE = { name: 'Lin', email: 'lin@shop.test', password: 'another twelve letters' }

let stage: ConsoleStage
/** Of the colleague, in a browser of their own. */
let theirs: Page
let link: string

beforeAll(async () => {
  stage = await openConsoleStage()
  await becomeOwner(stage)
  const context = await stage.browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en' })
  theirs = await context.newPage()
})
afterAll(() => stage.close())

test('a colleague is invited by a link that is shown', async () => {
  const { page } = stage
  await stage.open('settings/people')
  await page.getByRole('button', { name: 'Invite…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail').fill(COLLEAGUE.email)
  await dialog.getByLabel('Role').selectOption('agent')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  link = await dialog.locator('[data-link] code').innerText()
  expect(link).toContain('/console/invitation#token=')
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  await page.locator(`[data-invitation="${COLLEAGUE.email}"]`).waitFor()
})

test('who opens it on a phone joins, and sees only what an agent may', async () => {
  await theirs.goto(link)
  await theirs.getByText(COLLEAGUE.email).waitFor()
  await theirs.getByLabel('Your name').fill(COLLEAGUE.name)
  await theirs.getByLabel('Password').fill(COLLEAGUE.password)
  await theirs.getByRole('button', { name: 'Join' }).click()
  await theirs.getByRole('heading', { name: 'Follow up' }).waitFor()

  const places = theirs.getByRole('navigation', { name: 'Main' }).getByRole('link')
  expect(await places.allInnerTexts()).not.toContain('Settings')
  await theirs.goto(`${stage.shop.url}/console/settings/people`)
  await theirs.getByText('Owners and admins keep these settings.').waitFor()
  expect(await theirs.locator('main').getByRole('button').count()).toBe(0)
})

test('the link works once', async () => {
  const context = await stage.browser.newContext({ locale: 'en' })
  const late = await context.newPage()
  await late.goto(link)
  await late.getByText('This link is used').waitFor()
  await context.close()
})

test('another role reaches the open window; disabling closes it', async () => {
  const { page } = stage
  const line = page.locator(`[data-person="${COLLEAGUE.email}"]`)
  await stage.open('settings/people')
  await line.getByRole('button').click()
  await page.getByRole('dialog').getByLabel('Role').selectOption('admin')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await line.getByText('Admin').waitFor()
  await theirs.reload()
  await theirs.locator(`[data-person="${OWNER.email}"]`).waitFor()

  await line.getByRole('button').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
  await line.getByText('Disabled').waitFor()
  await theirs.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('a link for a new password lets them in again, once they are enabled', async () => {
  const { page } = stage
  const line = page.locator(`[data-person="${COLLEAGUE.email}"]`)
  await line.getByRole('button').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Enable' }).click()
  await line.getByText('Last here').waitFor()
  await line.getByRole('button').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Link for a new password' }).click()
  const reset = await page.getByRole('dialog').locator('[data-link] code').innerText()
  await theirs.goto(reset)
  await theirs.getByLabel('New password').fill('quite another password')
  await theirs.getByRole('button', { name: 'Set the password' }).click()
  await theirs.getByText('The new password is set').waitFor()
  await theirs.getByRole('link', { name: 'Sign in' }).click()
  await theirs.getByLabel('E-mail').fill(COLLEAGUE.email)
  await theirs.getByLabel('Password').fill('quite another password')
  await theirs.getByRole('button', { name: 'Sign in' }).click()
  await theirs.getByRole('heading', { name: 'Follow up' }).waitFor()
})

test('the log tells it all, newest first', async () => {
  const { page } = stage
  await stage.open('settings/log')
  await page.locator('[data-action=invited]').waitFor()
  const told = await page
    .locator('[data-action]')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-action')))
  expect(told.slice(0, 4)).toEqual(['signed_in', 'password_reset', 'reset_link_made', 'account_enabled'])
  await page.getByLabel('What happened').selectOption('role_changed')
  await page.getByText('Agent → Admin').waitFor()
})

test('a second store is made, opened with one click, and the demo removed for good', async () => {
  const { page } = stage
  await stage.open('settings/store')
  await page.locator('[name=new-store]').fill('Second shop')
  await page.getByRole('button', { name: 'Create the store' }).click()
  await page.getByText('The store is there').waitFor()
  const demo = await page.locator('[name=store-name]').inputValue()

  await page.locator('[name=remove-name]').fill('Another name')
  await page.locator('[name=remove-password]').fill(OWNER.password)
  await page.getByRole('button', { name: 'Remove for good' }).click()
  await page.getByText('This is not the store’s name').waitFor()
  await page.locator('[name=remove-name]').fill(demo)
  await page.getByRole('button', { name: 'Remove for good' }).click()
  await page.getByRole('heading', { name: 'Follow up' }).waitFor()
  await page.getByText('Second shop').first().waitFor()
  await theirs.getByRole('heading', { name: 'Sign in' }).waitFor()

  await stage.open('account')
  await expect.poll(() => page.locator('[data-store]').count()).toBe(1)
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
