import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { becomeOwner, type ConsoleStage, openConsoleStage } from './console-stage.ts'

let stage: ConsoleStage
beforeAll(async () => {
  stage = await openConsoleStage()
  await becomeOwner(stage)
  await stage.open('account')
})
afterAll(() => stage.close())

/** What a program with this token is answered. */
async function askWith(token: string, path: string): Promise<number> {
  const { status } = await fetch(`${stage.shop.url}/api/v1/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return status
}

async function create(): Promise<string> {
  const { page } = stage
  await page.getByRole('button', { name: 'Create token' }).click()
  const secret = page.getByLabel('The new token')
  await secret.waitFor()
  return secret.innerText()
}

test('a token is made for what it is for, shown once, and does just that', async () => {
  const { page } = stage
  const form = page.getByRole('form', { name: 'New token' })
  await form.getByRole('button', { name: 'Create token' }).click()
  await form.getByText('Fill this in.').waitFor()

  await form.getByLabel('What it is for').fill('Release pipeline')
  await form.getByLabel('What it may do').selectOption('Read only')
  await form.getByRole('checkbox', { name: /^Read flows/ }).waitFor()
  expect(await form.getByRole('checkbox', { name: /^Publish/ }).isChecked()).toBe(false)
  // What is chosen one by one is no preset any more, until it is one again.
  await form.getByRole('checkbox', { name: /^Read settings/ }).uncheck()
  expect(await form.getByLabel('What it may do').inputValue()).toBe('own')
  await form.getByRole('checkbox', { name: /^Read settings/ }).check()
  expect(await form.getByLabel('What it may do').inputValue()).toBe('read')
  await form.getByLabel('Works for').selectOption('30 days')
  const token = await create()
  expect(token).toMatch(/^sbk_/)
  expect([await askWith(token, 'conversations'), await askWith(token, 'widget')]).toEqual([200, 200])
  const writes = await fetch(`${stage.shop.url}/api/v1/settings/menu`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(await writes.json()).toMatchObject({ code: 'SCOPE_MISSING', scope: 'settings:write' })

  await page.reload()
  const line = page.getByRole('listitem').filter({ hasText: 'Release pipeline' })
  await line.getByText('flow:read conversations:read').waitFor()
  expect(await line.innerText()).toMatch(/Last used .*Expires /)
  expect(await page.getByText(token).count()).toBe(0)
  await line.getByRole('button', { name: 'Revoke Release pipeline' }).click()
  await line.getByRole('button', { name: 'Revoke for good' }).click()
  await line.waitFor({ state: 'detached' })
  expect(await askWith(token, 'session')).toBe(401)
})

test('axe finds nothing, in either language, light and dark, on a phone', async () => {
  const { page } = stage
  await page.setViewportSize({ width: 320, height: 720 })
  await page.getByLabel('What it is for').fill('仓库系统')
  await create()
  for (const [lang, title] of [
    ['English', 'API tokens'],
    ['简体中文', 'API 令牌'],
  ] as const) {
    await page.getByText(lang, { exact: true }).click()
    await page.getByRole('heading', { name: title }).waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeFindings(page)).toEqual([])
    }
  }
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
