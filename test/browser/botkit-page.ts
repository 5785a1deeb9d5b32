import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { npmPackages } from '../tools/npm-packages.ts'
import { eventually } from '../tools/eventually.ts'

/** A tab with Botkit's own web client: page, script and stylesheet as its package brings them. */
export interface BotkitPage {
  readonly page: Page
  /** Every bubble so far: who spoke, and the words. */
  readonly transcript: () => Promise<readonly string[]>
  /** The quick replies on the screen. */
  readonly replies: () => Promise<readonly string[]>
  /** Waits until there are as many bubbles since the page was loaded. */
  readonly shows: (bubbles: number) => Promise<void>
  readonly type: (text: string) => Promise<void>
  readonly tap: (reply: string) => Promise<void>
  readonly reload: () => Promise<void>
}

const packages = npmPackages(new URL('../botkit', import.meta.url).pathname)
const CHAT = '/botkit-client/'
/** How a page of Botkit is told to do without a socket, before its script connects by itself. */
const WITHOUT_SOCKET = `Object.defineProperty(window, 'Botkit', {
  configurable: true,
  set: (client) => {
    Object.defineProperty(window, 'Botkit', { value: client, writable: true })
    client.options.use_sockets = false
  },
})`

/** Opens the client on a page of `url`, the origin of a bot or of our server. */
export async function openBotkitPage(
  browser: Browser,
  url: string,
  mode: 'socket' | 'webhook',
): Promise<BotkitPage> {
  if (!packages.installed()) packages.install()
  const context = await browser.newContext({ locale: 'en' })
  // The page is given to the browser by hand, which then takes it for one from elsewhere.
  await context.grantPermissions(['local-network-access'])
  const page = await context.newPage()
  const script = (name: string, path: string) => readFileSync(`${packages.folderOf(name)}/${path}`, 'utf8')
  const client = (path: string) => script('botbuilder-adapter-web', `client/${path}`)
  const serve = (at: string, contentType: string, body: string) =>
    context.route(at, (route) => route.fulfill({ contentType, body }))
  await serve(`${url}${CHAT}`, 'text/html', client('index.html'))
  await serve(`${url}/client.js`, 'text/javascript', client('client.js'))
  await serve(`${url}/css/styles.css`, 'text/css', '')
  await serve(`${url}/botkit_icon.png`, 'image/png', '')
  await serve('https://cdn.polyfill.io/**', 'text/javascript', '')
  await serve(
    'https://cdnjs.cloudflare.com/**',
    'text/javascript',
    script('handlebars', 'dist/handlebars.js'),
  )
  await serve('https://cdn.rawgit.com/**', 'text/javascript', script('showdown', 'dist/showdown.js'))
  if (mode === 'webhook') await context.addInitScript(WITHOUT_SOCKET)
  await page.goto(`${url}${CHAT}`)

  const bubbles = page.locator('#message_list > :not(#message_template) .message')
  const transcript = () =>
    bubbles.evaluateAll((all) =>
      all.map((one) => `${one.classList.contains('outgoing') ? 'buyer' : 'shop'}: ${one.textContent.trim()}`),
    )
  return {
    page,
    transcript,
    replies: () => page.locator('#message_replies a').allTextContents(),
    shows: (count) =>
      eventually(async () => {
        const shown = await transcript()
        if (shown.length < count)
          throw new Error(`${String(shown.length)} of ${String(count)}:\n${shown.join('\n')}`)
      }),
    type: async (text) => {
      await page.locator('#messenger_input').fill(text)
      await page.locator('#messenger_input').press('Enter')
    },
    tap: (reply) => page.locator('#message_replies a', { hasText: reply }).click(),
    reload: async () => {
      await page.reload()
    },
  }
}
