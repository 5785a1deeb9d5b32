import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../tools/launch-chromium.ts'
import { startShop, type Shop, type ShopOptions } from '../tools/start-shop.ts'

/** A running shop, and a browser for its console. */
export interface ConsoleStage {
  readonly shop: Shop
  readonly browser: Browser
  readonly context: BrowserContext
  /** In English, on a desk. */
  readonly page: Page
  /** What the browser complained about so far: errors of scripts, breaches of the content policy. */
  readonly complaints: readonly string[]
  /** Opens a page of the console by its path below `/console`. */
  readonly open: (path: string) => Promise<void>
  readonly close: () => Promise<void>
}

export const OWNER = { name: 'Sales 1', email: 'owner@shop.test', password: 'a password of twelve' } as const

/** Starts a shop that nobody owns yet, and a browser. */
export async function openConsoleStage(options: ShopOptions = {}): Promise<ConsoleStage> {
  const shop = await startShop(options)
  const browser = await launchChromium()
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en',
    // Nothing is measured or judged half-way.
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (line) => {
    // A refusal of the server is an answer; the browser calls it an error all the same.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
      complaints.push(line.text())
  })
  const open = async (path: string) => {
    await page.goto(`${shop.url}/console/${path}`)
  }
  return {
    shop,
    browser,
    context,
    page,
    complaints,
    open,
    close: async () => {
      await browser.close()
      await shop.stop()
    },
  }
}

/** Opens the shop's set-up link, becomes its owner, and waits for the inbox. */
export async function becomeOwner({ shop, page }: ConsoleStage): Promise<void> {
  await page.goto(shop.setupLink ?? '')
  await fillInSetUp(page)
}

/** On the set-up page that a shop's link opens. */
export async function fillInSetUp(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill(OWNER.name)
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.getByRole('heading', { name: 'Follow up' }).waitFor()
}
