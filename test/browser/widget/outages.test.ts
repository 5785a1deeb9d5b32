import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newEmbeddedData } from '../../tools/embedded-data.ts'
import { freePort } from '../../tools/free-port.ts'
import { launchChromium } from '../../tools/launch-chromium.ts'
import { type ServerProcess, startServerProcess } from '../../tools/server-process.ts'
import { type Chat, openBuyerBrowser } from './widget-stage.ts'

const NO_CONNECTION = 'No connection. Kept, sent when you are back.'

let browser: Browser
let server: ServerProcess
let directory: string
let environment: Readonly<Record<string, string>>

beforeAll(async () => {
  directory = await newEmbeddedData('shopbell-outage-')
  environment = { PORT: String(await freePort()), SHOPBELL_DATA: directory, SHOPBELL_DEMO: 'on' }
  ;[browser, server] = await Promise.all([launchChromium(), startServerProcess(environment)])
})
afterAll(async () => {
  await browser.close()
  await server.kill()
  rmSync(directory, { recursive: true, force: true })
})

test('a buyer without a network writes on, and it is sent when the network is back', async () => {
  const chat = await openedChat()
  await chat.page.context().setOffline(true)
  await chat.panel.getByText(NO_CONNECTION).waitFor()
  await chat.write('written in a tunnel')
  await chat.panel.locator('.waits').getByText('written in a tunnel').waitFor()
  await chat.page.context().setOffline(false)
  await allStored(chat)
  await expect.poll(() => chat.panel.getByText(NO_CONNECTION).isVisible()).toBe(false)
  expect(await ownMessages(chat)).toEqual(['written in a tunnel'])
})

describe('a server killed in the middle of a conversation', () => {
  test('costs no message and doubles none', async () => {
    const chat = await openedChat()
    await chat.write('one')
    await allStored(chat)
    await chat.write('two') // on its way when the server dies, or not: both have to end well
    await server.kill()
    await chat.panel.getByText(NO_CONNECTION).waitFor()
    await chat.write('three')
    await chat.write('four')
    expect(await chat.panel.locator('.waits').allInnerTexts()).toContain('four')

    server = await startServerProcess(environment)
    await allStored(chat)
    expect(await ownMessages(chat)).toEqual(['one', 'two', 'three', 'four'])
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
    await chat.message('kept in the browser').waitFor()
    await allStored(chat)
    expect(await ownMessages(chat)).toEqual(['kept in the browser'])
  })

  test('a server that no longer knows the buyer gets the words all the same', async () => {
    const chat = await openedChat()
    await chat.write('first life')
    await allStored(chat)
    await server.kill()
    await chat.write('second life')
    rmSync(directory, { recursive: true, force: true })

    directory = await newEmbeddedData('shopbell-outage-')
    server = await startServerProcess({ ...environment, SHOPBELL_DATA: directory })
    await expect.poll(() => ownMessages(chat), { timeout: 60_000 }).toEqual(['second life'])
    await allStored(chat)
  })
})

async function openedChat(): Promise<Chat> {
  const { visit } = await openBuyerBrowser(browser)
  const chat = await visit(`${server.url}/demo/`)
  await chat.open()
  await chat.button('MOQ?').waitFor()
  return chat
}

/** Nothing waits any more: the server has committed every message. */
async function allStored(chat: Chat): Promise<void> {
  await expect.poll(() => chat.panel.locator('.waits').count(), { timeout: 60_000 }).toBe(0)
}

function ownMessages(chat: Chat): Promise<readonly string[]> {
  return chat.panel.locator('.bubble.own').allInnerTexts()
}
