import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomeOwner, openConsoleStage, OWNER, type ConsoleStage } from './console-stage.ts'

let stage: ConsoleStage

beforeAll(async () => {
  stage = await openConsoleStage()
})
afterAll(() => stage.close())

test('before anybody owns the shop, signing in says where the link is', async () => {
  await stage.open('inbox')
  await stage.page.getByText('Open the link that the server printed').waitFor()
})

test('a password that is too short says how much is missing, and nothing is made', async () => {
  const { page, shop } = stage
  await page.goto(shop.setupLink ?? '')
  await page.getByLabel('Your name').fill(OWNER.name)
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password').fill('eleven-char')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.getByText('1 character more to go').waitFor()
  await expect.poll(() => page.getByLabel('Password').getAttribute('aria-invalid')).toBe('true')
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'))
  await expect.poll(focused).toBe('password')
})

test('the link makes the owner, signs in, and works once', async () => {
  const { page, shop } = stage
  await becomeOwner(stage)
  await page.getByText(OWNER.name).waitFor()
  await page.getByText('Connected').waitFor()

  await page.goto('about:blank')
  await page.goto(shop.setupLink ?? '')
  await page.getByLabel('Your name').fill('Somebody else')
  await page.getByLabel('E-mail').fill('else@shop.test')
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.getByRole('alert').waitFor()
  expect(page.url()).toContain('/console/setup')
})

test('signing out closes the console in every tab', async () => {
  const { page, context, shop } = stage
  const other = await context.newPage()
  await other.goto(`${shop.url}/console/inbox`)
  await other.getByText('Connected').waitFor()
  await stage.open('account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await other.getByRole('heading', { name: 'Sign in' }).waitFor()
  await other.close()
})

test('a wrong password and an unknown address get the same sentence', async () => {
  const { page } = stage
  for (const email of [OWNER.email, 'nobody@shop.test']) {
    await stage.open('sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('E-mail and password do not belong together').waitFor()
  }
})

test('who comes by a deep link gets there after signing in', async () => {
  const { page } = stage
  await stage.open('inbox?view=all')
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'All' }).waitFor()
  await expect.poll(() => new URL(page.url()).search).toBe('?view=all')
})

test('an address that does not exist says so, in the shell of the console', async () => {
  await stage.open('no-such-page')
  await stage.page.getByText('There is no such page.').waitFor()
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
