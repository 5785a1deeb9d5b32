import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newEmbeddedData } from '../../tools/embedded-data.ts'
import { freePort } from '../../tools/free-port.ts'
import { launchChromium } from '../../tools/launch-chromium.ts'
import { type ServerProcess, startServerProcess } from '../../tools/server-process.ts'
import { type Chat, openBuyerBrowser } from './widget-stage.ts'

/** Between two attempts a browser may wait half a minute, and a server takes its time to start. */
const BACK_WITHIN = { timeout: 120_000 }
const NO_CONNECTION = 'No connection. Kept, sent when you are back.'

let browser: Browser
let server: ServerProcess
let directory: string
let environment: Readonly<Record<string, string>>

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

// A server of its own for each test: one that ends while its server is dead takes no other with it.
beforeEach(async () => {
  directory = await newEmbeddedData('shopbell-outage-')
  environment = { PORT: String(await freePort()), SHOPBELL_DATA: directory, SHOPBELL_DEMO: 'on' }
  server = await startServerProcess(environment)
})
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  await server.kill()
  rmSync(directory, { recursive: true, force: true })
})

test('a buyer without a network writes on, and it is sent when the network is back', async () => {
  const chat = await openedChat()
  await chat.page.context().setOffline(true)
  await chat.panel.getByText(NO_CONNECTION).waitFor()
  await chat.write('written in a tunnel')
  await waits(chat, 'written in a tunnel')
  await chat.page.context().setOffline(false)
  await chat.stored('written in a tunnel', BACK_WITHIN)
  await expect.poll(() => chat.panel.getByText(NO_CONNECTION).isVisible()).toBe(false)
  expect(await ownMessages(chat)).toEqual(['written in a tunnel'])
})

describe('a server killed in the middle of a conversation', () => {
  test('costs no message and doubles none', async () => {
    const chat = await openedChat()
    await chat.write('one')
    await chat.stored('one')
    await chat.write('two') // on its way when the server dies, or not: both have to end well
    await server.kill()
    await chat.panel.getByText(NO_CONNECTION).waitFor()
    await chat.write('three')
    await chat.write('four')
    await waits(chat, 'four')

    server = await startServerProcess(environment)
    await chat.stored('four', BACK_WITHIN)
    await expect.poll(() => ownMessages(chat)).toEqual(['one', 'two', 'three', 'four'])
    await chat.page.reload()
    await chat.panel.waitFor()
    await expect.poll(() => ownMessages(chat)).toEqual(['one', 'two', 'three', 'four'])
  })

  test('also when the buyer leaves the page before it is back', async () => {
    const chat = await openedChat()
    await server.kill()
    await chat.write('kept in the browser')
    await chat.panel.getByText(NO_CONNECTION).waitFor()
    await chat.page.goto('about:blank')

    server = await startServerProcess(environment)
    await chat.page.goto(`${server.url}/demo/products.html`)
    await chat.panel.waitFor()
    await chat.stored('kept in the browser', BACK_WITHIN)
    expect(await ownMessages(chat)).toEqual(['kept in the browser'])
  })

  test('a server that no longer knows the buyer gets the words all the same', async () => {
    const chat = await openedChat()
    await chat.write('first life')
    await chat.stored('first life')
    await server.kill()
    await chat.write('second life')
    await waits(chat, 'second life')
    rmSync(directory, { recursive: true, force: true })

    directory = await newEmbeddedData('shopbell-outage-')
    server = await startServerProcess({ ...environment, SHOPBELL_DATA: directory })
    await chat.stored('second life', BACK_WITHIN)
    await expect.poll(() => ownMessages(chat)).toEqual(['second life'])
  })
})

async function openedChat(): Promise<Chat> {
  const { visit } = await openBuyerBrowser(browser)
  const chat = await visit(`${server.url}/demo/`)
  await chat.open()
  await chat.greeted()
  return chat
}

/** The words are shown, and on their way. */
function waits(chat: Chat, text: string): Promise<void> {
  return chat.panel.locator('.bubble.own.waits').getByText(text, { exact: true }).waitFor()
}

function ownMessages(chat: Chat): Promise<readonly string[]> {
  return chat.panel.locator('.bubble.own').allInnerTexts()
}
