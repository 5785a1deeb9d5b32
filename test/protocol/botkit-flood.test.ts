import { CLOSE_CODES } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { botkitBrowser } from '../tools/raw-botkit.ts'
import { BUYER_LIMITS, type Shop, startShop } from '../tools/start-shop.ts'

let shop: Shop
beforeAll(async () => {
  // As in production, but nothing comes back within a test, so that every count is exact.
  const slowly = <Rate extends { burst: number }>(rate: Rate) => ({ ...rate, everyMs: 3_600_000 })
  shop = await startShop({
    environment: { SHOPBELL_BOTKIT: 'on' },
    limits: {
      ...BUYER_LIMITS,
      framesPerSocket: slowly(BUYER_LIMITS.framesPerSocket),
      sendsPerBuyer: slowly(BUYER_LIMITS.sendsPerBuyer),
      newBuyersPerAddress: { burst: 6, everyMs: 3_600_000 },
    },
  })
})
afterAll(() => shop.stop())

test('messages of one buyer are limited, by socket and webhook together, and the buyer hears it', async () => {
  const browser = botkitBrowser(shop.url)
  const { burst } = BUYER_LIMITS.sendsPerBuyer
  const chat = await browser.open()
  for (let n = 0; n < burst; n += 1) chat.send({ type: 'message', text: `Line ${String(n)}`, user: 'one' })
  chat.send({ type: 'message', text: 'one too many', user: 'one' })
  expect(await chat.refusal()).toBe('TOO_MANY')
  expect(JSON.stringify(chat.heard)).toContain('Sorry, that was not saved.')
  const posted = await browser.post({ type: 'message', text: 'one more', user: 'one' })
  expect([posted.status, posted.body]).toMatchObject([429, { code: 'TOO_MANY' }])
  chat.leave()
})

test('frames on one socket are limited, and going on ends it', async () => {
  const chat = await botkitBrowser(shop.url).open()
  chat.send({ type: 'hello', user: 'two' })
  await chat.next(1)
  for (let n = 0; n < 1_000; n += 1) chat.send({ type: 'typing', user: 'two' })
  expect((await chat.closed).code).toBe(CLOSE_CODES.TOO_MANY)
  const tooMany = chat.heard.filter((frame) => frame.type === 'refused' && frame.code === 'TOO_MANY')
  expect(tooMany).toHaveLength(BUYER_LIMITS.refusalsPerSocket + 1)
})

test('frames that nobody understands end the socket', async () => {
  const chat = await botkitBrowser(shop.url).open()
  for (let n = 0; n <= BUYER_LIMITS.refusalsPerSocket; n += 1) chat.send('?')
  expect((await chat.closed).code).toBe(CLOSE_CODES.BAD_FRAME)
})

test('new guids of one browser are new buyers: so many per address, and those who are known still come in', async () => {
  const browser = botkitBrowser(shop.url)
  const statuses: number[] = []
  for (let n = 0; n < 8; n += 1) {
    statuses.push((await browser.post({ type: 'hello', user: `many-${String(n)}` })).status)
  }
  expect(statuses.slice(0, 4)).toEqual([200, 200, 200, 200])
  expect(statuses.slice(-2)).toEqual([429, 429])
  expect((await browser.post({ type: 'message', text: 'Hello?', user: 'many-0' })).status).toBe(200)
})
