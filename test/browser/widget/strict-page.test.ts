import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBuyerBrowser, openWidgetStage, SECOND_QUESTION, type WidgetStage } from './widget-stage.ts'

/** Names a page's elements can have that would stand in for properties of `document` and `window`. */
const CLOBBERED = [
  ...['body', 'documentElement', 'createElement', 'createElementNS', 'querySelectorAll', 'querySelector'],
  ...['addEventListener', 'visibilityState', 'hidden', 'head', 'cookie', 'defaultView', 'activeElement'],
  ...[
    'localStorage',
    'sessionStorage',
    'navigator',
    'location',
    'WebSocket',
    'CSSStyleSheet',
    'customElements',
  ],
]

let stage: WidgetStage
let shopPages: Server
let origin: string

beforeAll(async () => {
  stage = await openWidgetStage()
  const widgetHost = new URL(stage.shop.url).host
  shopPages = createServer((request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        "default-src 'none'",
        `script-src 'self' http://${widgetHost}`,
        "style-src 'self'",
        `connect-src ws://${widgetHost}`,
        `img-src http://${widgetHost}`, // where the demo shop keeps its product pictures
        "require-trusted-types-for 'script'",
      ].join('; '),
    })
    const clobbers = CLOBBERED.map((name) => `<img name="${name}" id="${name}"><form name="${name}"></form>`)
    response.end(`<!doctype html><html lang="en"><title>A careful shop</title><body>
      ${request.url === '/clobbered' ? clobbers.join('') : ''}
      <h1>A careful shop</h1>
      <script type="module" src="${stage.shop.url}/widget/v1.js" data-store="demo" data-brand="#7A1F4D"></script>`)
  })
  await new Promise<void>((resolve) => shopPages.listen(0, '127.0.0.1', resolve))
  const { port } = shopPages.address() as AddressInfo // a TCP server's address is never a string
  origin = `http://127.0.0.1:${String(port)}`
})
afterEach(() => stage.sendBuyersAway())
afterAll(async () => {
  shopPages.close()
  await stage.stop()
})

describe('on a page of another origin with a strict policy', () => {
  test('the chat works, violates nothing and asks nobody else', async () => {
    const { context, visit, complaints } = await openBuyerBrowser(stage.browser)
    const asked = new Set<string>()
    context.on('request', (request) => asked.add(new URL(request.url()).origin))
    const chat = await visit(origin)
    await chat.open()
    await chat.button('MOQ?').click()
    await chat.message('MOQ?').waitFor()
    await chat.button('500 ml').click()
    await chat.panel.getByRole('spinbutton').waitFor()
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([])
    expect([...asked].sort()).toEqual([origin, stage.shop.url].sort())
    expect(await chat.page.locator('shopbell-chat [style]').count()).toBe(0)
    expect(await context.cookies()).toEqual([])
    const color = await chat.panel.locator('.head').evaluate((head) => getComputedStyle(head).backgroundColor)
    expect(color).toBe('rgb(122, 31, 77)')
  })

  test('elements named like the browser’s own properties do no harm', async () => {
    const { visit } = await openBuyerBrowser(stage.browser)
    const chat = await visit(`${origin}/clobbered`)
    await chat.open()
    await chat.write('still here')
    await chat.stored('still here')
    await chat.message('still here').waitFor()
  })

  test('it works without storage, and only forgets', async () => {
    const { context, visit } = await openBuyerBrowser(stage.browser)
    await context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('blocked', 'SecurityError')
          },
        })
      }
    })
    const chat = await visit(origin)
    await chat.open()
    await chat.write('no storage here')
    await chat.stored('no storage here')
    await chat.page.reload()
    await chat.open()
    await chat.button('MOQ?').waitFor()
    expect(await chat.message('no storage here').count()).toBe(0)
  })

  test('no token is ever in an address', async () => {
    const { context, visit } = await openBuyerBrowser(stage.browser)
    const addresses: string[] = []
    context.on('request', (request) => addresses.push(request.url()))
    context.on('page', (page) => page.on('websocket', (socket) => addresses.push(socket.url())))
    const chat = await visit(origin)
    await chat.open()
    await chat.button('MOQ?').waitFor()
    const token = await chat.page.evaluate(() => localStorage.getItem('shopbell:demo:token'))
    expect(token).toMatch(/^.{20,}$/)
    expect(addresses.filter((address) => address.includes(token ?? ''))).toEqual([])
    await expect.poll(() => addresses.some((address) => address.startsWith('ws://'))).toBe(true)
  })
})

describe('texts that try to be code', () => {
  const texts = [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '"><svg/onload=alert(1)>',
    '{{constructor.constructor("alert(1)")()}}',
    '\u202Egpj.exe',
    '&lt;b&gt;',
  ]

  test('stay texts, from the buyer and from the shop', async () => {
    const { context, visit, complaints } = await openBuyerBrowser(stage.browser)
    context.on(
      'dialog',
      (dialog) => complaints.length >= 0 && void dialog.dismiss().then(() => dialogs.push(1)),
    )
    const dialogs: number[] = []
    const chat = await visit(`${stage.shop.url}/demo/`)
    await chat.open()
    await chat.button('MOQ?').waitFor()
    for (const text of texts) {
      await chat.write(text)
      await chat.stored(text)
    }
    for (const text of texts) {
      await stage.personSays(text)
      await chat.panel.locator('.bubble.theirs').getByText(text, { exact: true }).waitFor()
    }
    expect(dialogs).toEqual([])
    expect(await chat.log.locator('script, img[src="x"], [onerror], [onload]').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('links go to the web, mail and telephone, and nowhere else', async () => {
    const { visit } = await openBuyerBrowser(stage.browser)
    const chat = await visit(`${stage.shop.url}/demo/`)
    await chat.open()
    await chat.write('Hello')
    await chat.stored('Hello')
    await chat.log.getByText(SECOND_QUESTION).waitFor()
    await stage.personSays(
      '[a](javascript:alert(1)) [b](https://shop.example/b) [c](data:text/html,x) [d](mailto:a@b.example) end',
    )
    const links = chat.panel.locator('.bubble').filter({ hasText: /end$/ }).last().locator('a')
    await links.first().waitFor()
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      'https://shop.example/b',
      'mailto:a@b.example',
    ])
    expect(await links.first().getAttribute('rel')).toBe('noopener nofollow ugc')
  })
})
