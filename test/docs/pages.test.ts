import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../tools/launch-chromium.ts'
import { startShop, type Shop } from '../tools/start-shop.ts'
import type { DocBlock } from './doc-blocks.ts'
import { blocksFor } from './runner-of.ts'

// Every `html` block stands on a page of its own origin in a real Chromium, and the chat on it answers. `<!-- try: page script -->`
// puts a block into a module script of such a page, `<!-- try: page policy -->` makes it the page's Content-Security-Policy.

let shop: Shop
let browser: Browser
let server: Server
let answer: { readonly policy: string; readonly html: string }
let origin = ''
beforeAll(async () => {
  shop = await startShop()
  browser = await launchChromium()
  server = createServer((_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': answer.policy,
    })
    response.end(answer.html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address is never a string
  origin = `http://127.0.0.1:${String(port)}`
})
afterAll(async () => {
  await browser.close()
  server.close()
  await shop.stop()
})

test.for(blocksFor('pages'))('%s', async ([, block]) => {
  answer = pageOf(block)
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico'))
      complaints.push(message.text())
  })
  await page.goto(origin)
  await page.getByRole('button', { name: 'Chat with the shop' }).click()
  await page.getByRole('button', { name: 'MOQ?' }).waitFor()
  expect(complaints).toEqual([])
  await page.close()
})

/** The names that the docs use for a reader's server and store, as they are here. */
function here(code: string): string {
  return code
    .replaceAll(/https:\/\/(your-shopbell-host|your-shopbell\.example|chat\.example)/g, shop.url)
    .replaceAll('wss://your-shopbell-host', shop.url.replace('http', 'ws'))
    .replaceAll('<where the product pictures are>', shop.url)
    .replaceAll(/store=(your-store|…)/g, 'store=demo')
}

function pageOf({ code, how }: DocBlock): typeof answer {
  const open = { policy: `default-src 'self' 'unsafe-inline' ${shop.url} ${shop.url.replace('http', 'ws')}` }
  if (how['page'] === 'policy')
    return { policy: `default-src 'none'; ${here(code).replaceAll('\n', ' ')}`, html: whole(LINE()) }
  if (how['page'] === 'script')
    return { ...open, html: whole(ELEMENT + `<script type="module">${here(code)}</script>`) }
  return { ...open, html: whole(here(code)) }
}

const ELEMENT = '<shopbell-chat></shopbell-chat>'
const LINE = () => `<script type="module" src="${shop.url}/widget/v1.js?store=demo"></script>`

function whole(body: string): string {
  return `<!doctype html><html lang="en"><title>A page of the docs</title><body>${body}</body></html>`
}
