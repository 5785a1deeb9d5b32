import { ConversationList, ReplyStored } from '@shopbell/protocol'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { type ConsoleApi, openConsoleApi } from '../../conversations/live/console-api.ts'
import { launchChromium } from '../../tools/launch-chromium.ts'
import { type Shop, startShop } from '../../tools/start-shop.ts'

/** A running shop, a Chromium, and a person of the shop who can answer. */
export interface WidgetStage {
  readonly shop: Shop
  readonly browser: Browser
  readonly api: ConsoleApi
  /** A person writes into the conversation that had the last word: what a buyer wrote has to be stored before. */
  readonly personSays: (text: string) => Promise<void>
  /** Closes the pages of all buyers: none of them has a word in the next test. */
  readonly sendBuyersAway: () => Promise<void>
  readonly stop: () => Promise<void>
}

export async function openWidgetStage(): Promise<WidgetStage> {
  const [shop, browser] = await Promise.all([startShop(), launchChromium()])
  const api = await openConsoleApi(shop.url, shop.setupLink ?? '')
  const personSays = async (text: string): Promise<void> => {
    const { conversations } = await api.ask('GET', 'conversations', ConversationList)
    const latest = [...conversations].sort((a, b) => b.lastAt - a.lastAt)[0]
    const body = JSON.stringify({ id: `browser-test-lane.${String(++replies)}`, text })
    await api.ask('POST', `conversations/${latest?.id ?? ''}/replies`, ReplyStored, body)
  }
  return {
    shop,
    browser,
    api,
    personSays,
    sendBuyersAway: async () =>
      void (await Promise.all(browser.contexts().map((context) => context.close()))),
    stop: async () => {
      await browser.close()
      await shop.stop()
    },
  }
}

let replies = 0

/** One buyer's browser, with storage of its own, and what went wrong on its pages. */
export interface BuyerBrowser {
  readonly context: BrowserContext
  /** Opens a page and returns its chat. */
  readonly visit: (url: string) => Promise<Chat>
  /** Errors, warnings and violated policies of all pages so far. */
  readonly complaints: readonly string[]
}

export async function openBuyerBrowser(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BuyerBrowser> {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 900 }, ...options })
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(error.error().message))
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  const visit = async (url: string): Promise<Chat> => {
    const page = await context.newPage()
    await page.goto(url)
    return chatOn(page)
  }
  return { context, visit, complaints }
}

/** How the sample reception goes on after any answer to its first question. */
export const SECOND_QUESTION = 'How many pieces?'

/** The chat as a buyer sees it: everything by role and name, as a screen reader finds it. */
export interface Chat {
  readonly page: Page
  /** The custom element itself, for its attributes. */
  readonly element: Locator
  readonly bubble: Locator
  readonly panel: Locator
  readonly log: Locator
  readonly composer: Locator
  readonly open: () => Promise<void>
  /** Resolves when the robot has said all that it says by itself: the first question has its choices. */
  readonly greeted: () => Promise<void>
  readonly write: (text: string) => Promise<void>
  /** Resolves when the buyer's own words are stored; until then nobody can answer them. */
  readonly stored: (text: string, within?: { readonly timeout: number }) => Promise<void>
  readonly button: (name: string) => Locator
  /** A message of the log with exactly this text. */
  readonly message: (text: string) => Locator
  /** The texts of all bubbles, top to bottom. */
  readonly messages: () => Promise<readonly string[]>
}

export function chatOn(page: Page): Chat {
  const element = page.locator('shopbell-chat')
  const panel = element.getByRole('dialog')
  const bubble = element.getByRole('button', { name: /chat with the shop|联系商家/i })
  const composer = panel.getByRole('textbox', { name: /write to the shop|发消息/i })
  return {
    page,
    element,
    bubble,
    panel,
    log: panel.getByRole('log'),
    composer,
    open: async () => {
      await bubble.click()
      await panel.waitFor()
      // It grows while it opens; who measures it means its full size.
      await panel.evaluate((node) => Promise.allSettled(node.getAnimations().map(({ finished }) => finished)))
    },
    greeted: () => panel.getByRole('button', { name: '750 ml', exact: true }).waitFor(),
    write: async (text) => {
      await composer.fill(text)
      await composer.press('Enter')
    },
    stored: (text, within) =>
      panel.locator('.bubble.own:not(.waits)').getByText(text, { exact: true }).waitFor(within),
    button: (name) => panel.getByRole('button', { name, exact: true }),
    message: (text) => panel.locator('.bubble').getByText(text, { exact: true }),
    messages: () => panel.locator('.bubble').allInnerTexts(),
  }
}
