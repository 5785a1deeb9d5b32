import { randomUUID } from 'node:crypto'
import { type DEFAULT_WIDGET_SETTINGS, HttpError, WidgetDesk } from '@shopbell/protocol'
import Value from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ConsoleApi, openConsoleApi } from '../conversations/live/console-api.ts'
import { openBuyer } from '../tools/raw-buyer.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

const SHOP_PAGE = 'https://www.shop.example'

let shop: Shop
let api: ConsoleApi
beforeAll(async () => {
  shop = await startShop()
  api = await openConsoleApi(shop.url, shop.setupLink ?? '')
})
afterAll(() => shop.stop())

const desk = () => api.ask('GET', 'widget', WidgetDesk)
const allow = (origin: string) => api.ask('POST', 'widget/origins', WidgetDesk, JSON.stringify({ origin }))
const remove = (origin: string) =>
  api.ask('DELETE', `widget/origins?origin=${encodeURIComponent(origin)}`, WidgetDesk)
async function save(changed: Partial<typeof DEFAULT_WIDGET_SETTINGS>): Promise<WidgetDesk> {
  const { settings, revision } = await desk()
  const body = { settings: { ...settings, ...changed }, revision }
  return api.ask('POST', 'widget', WidgetDesk, JSON.stringify(body))
}

/** What a browser asks when a page at `origin` has the snippet. */
function launcher(origin: string, { path = '/', headers = {}, store = 'demo' } = {}): Promise<Response> {
  return fetch(`${shop.url}/widget/v1.js?store=${store}`, {
    headers: { origin, referer: `${origin}${path}?buyer=canary-in-the-query`, ...headers },
  })
}

describe('the launcher of a store', () => {
  test('carries what the store chose, from one request to the next', async () => {
    const before = await launcher(SHOP_PAGE)
    expect(before.headers.get('cache-control')).toBe('no-cache')
    expect(await before.text()).toMatch(/^let shop={"data":{"store":"demo","brand":"#1F4D44"},"css":""};/)

    await save({ brand: '#7A1F4D', side: 'left', offsetX: 12, offsetY: 80, language: 'zh-CN' })
    const after = await launcher(SHOP_PAGE, {
      headers: { 'if-none-match': before.headers.get('etag') ?? '' },
    })
    expect(after.status).toBe(200)
    expect(await after.text()).toMatch(
      /^let shop={"data":{"store":"demo","brand":"#7A1F4D","locale":"zh-CN"},"css":":host{inset:auto auto 80px 12px}/,
    )
  })

  test('is not sent again while nothing changed, and is small', async () => {
    const first = await launcher(SHOP_PAGE, { headers: { 'accept-encoding': 'gzip' } })
    const etag = first.headers.get('etag') ?? ''
    expect([first.headers.get('content-encoding'), first.headers.get('vary')]).toEqual([
      'gzip',
      'origin, accept-encoding',
    ])
    const again = await launcher(SHOP_PAGE, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test.for(['no-such-store', '%00', '..%2f..', 'a'.repeat(65), ''])(
    'of the store "%s" is the bare one',
    async (store) => {
      const answer = await launcher(SHOP_PAGE, { store })
      expect([answer.status, (await answer.text()).slice(0, 19)]).toEqual([200, 'let shop={css:``};\n'])
    },
  )
})

describe('which pages may show the chat', () => {
  test.for([
    ['a page of the list', SHOP_PAGE, true],
    ['a sub-domain', 'https://a.b.harbor.example', true],
    ['the domain above the star', 'https://harbor.example', false],
    ['another page', 'https://thief.example', false],
    ['the same name by http', 'http://www.shop.example', false],
    ['a page of this server', 'own', true],
  ] as const)('%s', async ([, page, allowed]) => {
    await allow(SHOP_PAGE)
    await allow('*.harbor.example')
    const origin = page === 'own' ? shop.url : page
    const script = await (await launcher(origin)).text()
    const buyer = await openBuyer(shop.url, { headers: { origin } })
    buyer.send({ type: 'hello', after: 0, locale: 'en' })
    if (allowed) {
      expect(script).toMatch(/^let shop=/)
      await buyer.next('welcome')
    } else {
      expect(script).toMatch(/^console\.error\("Shopbell: ORIGIN_REFUSED\. https?:\/\//)
      expect(script).not.toContain('shadow')
      expect(await buyer.next('refused')).toMatchObject({ code: 'ORIGIN_REFUSED' })
    }
    buyer.drop()
  })

  test('is seen by the seller: the last page of each origin, without its query', async () => {
    await launcher(SHOP_PAGE, { path: '/bottles/trail' })
    await launcher('https://new-thief.example', { path: '/copy' })
    await expect
      .poll(async () => (await desk()).pages)
      .toEqual(
        expect.arrayContaining([
          expect.objectContaining({ origin: 'https://new-thief.example', path: '/copy', allowed: false }),
          expect.objectContaining({ origin: SHOP_PAGE, allowed: true }),
        ]),
      )
    expect(JSON.stringify(await desk())).not.toContain('canary')
    expect(shop.log()).not.toContain('canary')
  })

  test('an origin that tries to be code stays a text', async () => {
    const script = await (await launcher('https://x.example"</script><script>alert(1)')).text()
    expect(script).not.toContain('</script>')
  })

  test('what is allowed can be taken back', async () => {
    await allow('https://for-a-day.example')
    const { allowedOrigins } = await remove('https://for-a-day.example')
    expect(allowedOrigins).not.toContain('https://for-a-day.example')
    expect(await (await launcher('https://for-a-day.example')).text()).toContain('ORIGIN_REFUSED')
  })

  test('a program that names many origins fills neither the table nor the answer', async () => {
    await Promise.all(
      Array.from({ length: 200 }, (_, n) => launcher(`https://${String(n)}-${randomUUID()}.example`)),
    )
    expect((await desk()).pages.length).toBeLessThanOrEqual(50)
  })
})

describe('settings that cannot be', () => {
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${shop.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${api.token}` },
      body: JSON.stringify(body),
    })
    return [answer.status, Value.Parse(HttpError, await answer.json()).code]
  }

  test('somebody else saved meanwhile', async () => {
    const { settings, revision } = await save({})
    expect(await post('widget', { settings, revision: revision - 1 })).toEqual([409, 'SETTINGS_MOVED'])
  })

  test('a contact form without words to agree to', async () => {
    const { settings, revision } = await desk()
    const contact = { on: true, consent: { en: ' ', 'zh-CN': '' } }
    expect(await post('widget', { settings: { ...settings, contact }, revision })).toEqual([
      422,
      'CONSENT_MISSING',
    ])
  })

  test.for([
    ['a colour by name', { brand: 'red' }],
    ['a colour that ends the rule', { brand: '#000000}body{' }],
    ['an offset off the page', { offsetX: 201 }],
    ['half a pixel', { offsetY: 0.5 }],
    ['another side', { side: 'top' }],
    ['another language', { language: 'fr' }],
    ['a long opening', { opening: { en: 'x'.repeat(301), 'zh-CN': '' } }],
  ] as const)('%s', async ([, changed]) => {
    const { settings, revision } = await desk()
    expect(await post('widget', { settings: { ...settings, ...changed }, revision })).toEqual([
      400,
      'NOT_UNDERSTOOD',
    ])
  })

  test('what is no site', async () => {
    expect(await post('widget/origins', { origin: 'https://*' })).toEqual([422, 'ORIGIN_UNFIT'])
  })
})
