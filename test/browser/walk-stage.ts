import { rmSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { newEmbeddedData } from '../tools/embedded-data.ts'
import { launchChromium } from '../tools/launch-chromium.ts'
import { startMovedServer } from '../tools/start-moved-server.ts'
import { fillInSetUp, OWNER } from './console-stage.ts'
import { type BuyerBrowser, openBuyerBrowser } from './widget/widget-stage.ts'

/** A shop over many days: a server in a process of its own, its owner at the console, and buyers; all of them at one time. */
export interface WalkStage {
  readonly url: string
  /** The owner's page of the console. */
  readonly page: Page
  /** Goes to a time of the shop, such as `2026-03-03 10:00`: the server, the owner's page, and whatever is due by then. */
  readonly goTo: (time: string) => Promise<void>
  /** Signs in again, as one does on another day, and opens a page of the console. */
  readonly comeBack: (path: string) => Promise<void>
  readonly openBuyer: (locale?: string) => Promise<BuyerBrowser>
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

/** The demo shop keeps the time of Shanghai, which no clock there ever changes. */
function instantOf(time: string): number {
  return Date.parse(`${time.replace(' ', 'T')}:00+08:00`)
}

/** Starts the shop at a time of its own; whoever set it up is at the console. */
export async function openWalkStage(startsAt: string): Promise<WalkStage> {
  const directory = await newEmbeddedData('shopbell-walk-')
  const [server, browser] = await Promise.all([
    startMovedServer(instantOf(startsAt), { SHOPBELL_DATA: directory, SHOPBELL_DEMO: 'on' }),
    launchChromium(),
  ])
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.clock.setFixedTime(server.clock.now())
  await page.goto(server.setupLink ?? '')
  await fillInSetUp(page)
  return {
    url: server.url,
    page,
    complaints,
    goTo: async (time) => {
      await server.clock.moveTo(instantOf(time))
      await page.clock.setFixedTime(server.clock.now())
    },
    comeBack: async (path) => {
      await context.clearCookies()
      await page.goto(`${server.url}/console/sign-in`)
      await page.getByLabel('E-mail').fill(OWNER.email)
      await page.getByLabel('Password').fill(OWNER.password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByRole('heading', { name: 'Follow up' }).waitFor()
      await page.goto(`${server.url}/console/${path}`)
    },
    openBuyer: (locale = 'en') => openBuyerBrowser(browser, { locale, timezoneId: 'Asia/Shanghai' }),
    close: async () => {
      await browser.close()
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Chooses a rule book in the console; it holds from the next midnight. */
export async function chooseRuleBook({ page, url }: WalkStage, name: string): Promise<void> {
  await page.goto(`${url}/console/reception/rules`)
  await page.getByRole('radio', { name: new RegExp(`^${name}`) }).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved. It holds from tomorrow, 00:00 (Asia/Shanghai).').waitFor()
}
