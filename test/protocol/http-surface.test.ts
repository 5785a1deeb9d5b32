import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuyer } from '../tools/raw-buyer.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await startShop()
})
afterAll(() => shop.stop())

const get = (path: string, options: RequestInit = {}) =>
  fetch(`${shop.url}${path}`, { redirect: 'manual', ...options })

test('the process is alive and ready', async () => {
  expect(await (await get('/healthz')).json()).toEqual({ status: 'alive' })
  expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' })
})

test('the first page is the demo shop', async () => {
  const answer = await get('/')
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/demo/'])
})

describe('every answer', () => {
  test.for([
    '/healthz',
    '/nowhere',
    '/api/v1/session',
    '/api/v1/nowhere',
    '/demo/',
    '/widget/v1.js',
    '/console/',
  ])('%s has the headers that keep a browser safe', async (path) => {
    const { headers } = await get(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('cross-origin-resource-policy')).toBe(
      path.startsWith('/widget/') ? 'cross-origin' : 'same-origin',
    )
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/)
    expect(headers.has('server')).toBe(false)
    expect(headers.has('x-powered-by')).toBe(false)
  })

  test('of an error is a code, a sentence and an id, and nothing of our insides', async () => {
    for (const path of [
      '/nowhere',
      '/api/v1/nowhere',
      '/%ff',
      '/demo/../../package.json',
      '/widget/..%2f..%2fpackage.json',
    ]) {
      const answer = await get(path)
      const text = await answer.text()
      expect([path, [400, 401, 404]]).toEqual([path, expect.arrayContaining([answer.status])])
      expect(text).not.toMatch(/node_modules|\.ts|at .*:\d+|SELECT|"name": "shopbell"/i)
      expect(JSON.parse(text)).toMatchObject({
        code: expect.stringMatching(/^[A-Z_]+$/),
        detail: expect.any(String),
        type: expect.stringMatching(/^\/problems\/[A-Z_]+$/),
      })
    }
  })
})

test('the widget may be run by pages of any origin', async () => {
  const { status, headers } = await get('/widget/v1.js', { headers: { origin: 'https://shop.example' } })
  expect([200, 503]).toContain(status)
  expect(headers.get('access-control-allow-origin')).toBe('*')
})

test('a body that is too big is refused before it is read', async () => {
  const answer = await get('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: shop.url },
    body: JSON.stringify({ email: 'x'.repeat(400_000), password: 'x' }),
  })
  expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'TOO_BIG' }])
})

test('the log has a line per answer, without what stands behind the question mark', async () => {
  await get('/nowhere?token=canary-in-the-address')
  expect(shop.log()).toContain('"path":"/nowhere"')
  expect(shop.log()).not.toContain('canary-in-the-address')
})

test('a stopping server sends its sockets away with the time to come back, and stores what was begun', async () => {
  const ending = await startShop()
  const buyer = await openBuyer(ending.url)
  await buyer.hello()
  buyer.send({ type: 'send', id: 'lane-one.1', content: { kind: 'text', text: 'hello' } })
  expect(await buyer.answer('lane-one.1')).toMatchObject({ type: 'stored' })
  const stopping = ending.stop()
  const { code, reason } = await buyer.closed
  expect([code, JSON.parse(reason)]).toEqual([4503, { code: 'DRAINING', retryAfterMs: 0 }])
  await stopping
  await expect(openBuyer(ending.url)).rejects.toThrow('ECONNREFUSED')
})
