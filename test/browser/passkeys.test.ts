import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../tools/free-port.ts'
import { axeFindings } from './axe-findings.ts'
import { becomeOwner, type ConsoleStage, openConsoleStage, OWNER } from './console-stage.ts'

// Chromium’s own virtual authenticator stands for the fingerprint reader: everything else is real.

let stage: ConsoleStage
let device: CDPSession
let authenticator: string
beforeAll(async () => {
  const port = String(await freePort())
  // Browsers make passkeys for names, not for numbers.
  stage = await openConsoleStage({
    environment: { PORT: port, SHOPBELL_PUBLIC_URL: `http://localhost:${port}` },
  })
  device = await stage.context.newCDPSession(stage.page)
  await device.send('WebAuthn.enable')
  const added = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  authenticator = added.authenticatorId
  await becomeOwner(stage)
})
afterAll(() => stage.close())

const unlocks = (isUserVerified: boolean) =>
  device.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified })

async function add(name: string, password: string): Promise<void> {
  const { page } = stage
  await page.getByLabel('Name of the passkey').fill(name)
  await page.locator('[name=passkey-password]').fill(password)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
}

async function signOut(): Promise<void> {
  await stage.open('account')
  await stage.page.getByRole('button', { name: 'Sign out' }).click()
  await stage.page.getByRole('heading', { name: 'Sign in' }).waitFor()
}

test('a stolen session cannot add a way in: the password is asked for', async () => {
  await stage.open('account')
  await stage.page.getByText('No passkeys yet.').waitFor()
  await add('Laptop', 'not the password')
  await stage.page.getByRole('alert').getByText('This is not your password').waitFor()
  await stage.page.getByText('No passkeys yet.').waitFor()
})

test('a device that is not unlocked makes none', async () => {
  await unlocks(false)
  await add('Laptop', OWNER.password)
  await stage.page.getByRole('alert').getByText('The device was not unlocked').waitFor()
  await unlocks(true)
})

test('a passkey is added, named anew, and opens the console', async () => {
  const { page } = stage
  await add('Laptop', OWNER.password)
  const yours = page.getByRole('list', { name: 'Your passkeys' })
  await yours.getByText('Laptop').first().waitFor()
  await page.getByRole('button', { name: 'Rename “Laptop”' }).click()
  await yours.getByLabel('Name of the passkey').fill('Work laptop')
  await page.keyboard.press('Enter')
  await yours.getByText('Work laptop').first().waitFor()

  await signOut()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('Connected').waitFor()
  await page.getByText(OWNER.name).first().waitFor()
})

test('the same device holds one passkey of a person', async () => {
  await stage.open('account')
  await add('Again', OWNER.password)
  await stage.page.getByRole('alert').getByText('This device holds a passkey of yours already').waitFor()
})

test('the pages are fit for everybody', async () => {
  const { page } = stage
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await stage.open('account')
    await page.getByRole('button', { name: 'Rename “Work laptop”' }).click()
    await page.getByRole('button', { name: 'Save' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Rename “Work laptop”' }).waitFor()
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.getByRole('button', { name: 'Add a passkey' }).waitFor()
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await expect.poll(overflow).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('a proof is good once, and only where its challenge was fetched', async () => {
  const { page, shop } = stage
  await signOut()
  const sent = page.waitForRequest((request) => request.url().endsWith('/session/passkey'))
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('Connected').waitFor()
  const body = (await sent).postData() ?? ''
  const again = await fetch(`${shop.url}/api/v1/session/passkey`, {
    method: 'POST',
    headers: { origin: shop.url, 'content-type': 'application/json' },
    body,
  })
  expect([again.status, await again.json()]).toMatchObject([401, { code: 'PASSKEY_UNKNOWN' }])
  expect(again.headers.has('set-cookie')).toBe(false)
})

test('a passkey that was removed opens nothing any more, and the password still does', async () => {
  const { page } = stage
  await stage.open('account')
  await page.getByRole('button', { name: 'Remove “Work laptop”' }).click()
  await page.getByRole('button', { name: 'Remove for good' }).click()
  await page.getByText('No passkeys yet.').waitFor()
  await signOut()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('alert').getByText('This passkey does not open anything here').waitFor()
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('Connected').waitFor()
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
