import { CLOSE_CODES } from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuyer } from '../tools/raw-buyer.ts'
import { BUYER_LIMITS, NO_LIMITS, type Shop, startShop } from '../tools/start-shop.ts'

let shop: Shop
beforeAll(async () => {
  // As in production, but nothing comes back within a test, so that every count is exact.
  const slowly = <Rate extends { burst: number }>(rate: Rate) => ({ ...rate, everyMs: 3_600_000 })
  shop = await startShop({
    limits: {
      ...BUYER_LIMITS,
      framesPerSocket: slowly(BUYER_LIMITS.framesPerSocket),
      sendsPerBuyer: slowly(BUYER_LIMITS.sendsPerBuyer),
    },
  })
})
afterAll(() => shop.stop())

describe('too many', () => {
  test('messages of one buyer are refused with the time to wait, from whatever tab they come', async () => {
    const { burst } = BUYER_LIMITS.sendsPerBuyer
    const one = await openBuyer(shop.url)
    const { token } = await one.hello()
    const other = await openBuyer(shop.url)
    await other.hello({ token })
    for (let n = 1; n <= burst; n += 1) {
      expect(await (n % 2 === 0 ? one : other).say(`lane-one.${String(n)}`, 'MOQ?')).toMatchObject({
        type: 'stored',
      })
    }
    for (const tab of [one, other]) {
      const refused = await tab.say('lane-two.1', 'MOQ?')
      expect(refused).toMatchObject({ type: 'refused', code: 'TOO_MANY' })
      expect(refused).toHaveProperty('retryAfterMs')
    }
    const neighbour = await openBuyer(shop.url)
    await neighbour.hello()
    expect(await neighbour.say('lane-one.1', 'MOQ?')).toMatchObject({ type: 'stored' })
  })

  test('frames on one socket are refused, and going on ends it', async () => {
    const flooder = await openBuyer(shop.url)
    await flooder.hello()
    for (let n = 0; n < 1_000; n += 1) flooder.send({ type: 'typing' })
    const { code, reason } = await flooder.closed
    expect(code).toBe(CLOSE_CODES.TOO_MANY)
    expect(JSON.parse(reason)).toHaveProperty('retryAfterMs')
    const tooMany = flooder.frames.filter((frame) => frame.type === 'refused' && frame.code === 'TOO_MANY')
    expect(tooMany).toHaveLength(BUYER_LIMITS.refusalsPerSocket + 1)
  })

  test('frames that nobody understands end the socket for good', async () => {
    const buyer = await openBuyer(shop.url)
    await buyer.hello()
    for (let n = 0; n <= BUYER_LIMITS.refusalsPerSocket; n += 1) buyer.send('?')
    expect((await buyer.closed).code).toBe(CLOSE_CODES.BAD_FRAME)
  })
})

test('new buyers, and sockets, of one address are bounded; a proxy’s header does not help', async () => {
  const small = await startShop({
    limits: {
      ...NO_LIMITS,
      newBuyersPerAddress: { burst: 2, everyMs: 3_600_000 },
      socketsPerAddress: { burst: 4, everyMs: 3_600_000 },
    },
  })
  try {
    const first = await openBuyer(small.url)
    const { token } = await first.hello()
    await (await openBuyer(small.url)).hello()
    const third = await openBuyer(small.url, { headers: { 'x-forwarded-for': '203.0.113.1' } })
    third.send({ type: 'hello', after: 0, locale: 'en' })
    expect(await third.next('refused')).toMatchObject({ code: 'TOO_MANY' })
    expect((await third.closed).code).toBe(CLOSE_CODES.TOO_MANY)

    const returning = await openBuyer(small.url)
    expect(await returning.hello({ token })).toMatchObject({ token })
    await expect(openBuyer(small.url)).rejects.toThrow('429')
  } finally {
    await small.stop()
  }
})

test('behind a proxy of ours each buyer is limited alone', async () => {
  const small = await startShop({
    environment: { SHOPBELL_TRUST_PROXY: '127.0.0.0/8, ::1' },
    limits: { ...NO_LIMITS, newBuyersPerAddress: { burst: 1, everyMs: 3_600_000 } },
  })
  try {
    for (const address of ['203.0.113.1', '203.0.113.2', '2001:db8:0:1::1', '2001:db8:0:2::1']) {
      const buyer = await openBuyer(small.url, { headers: { 'x-forwarded-for': `10.9.8.7, ${address}` } })
      expect(await buyer.hello()).toMatchObject({ type: 'welcome' })
    }
    const sameHousehold = await openBuyer(small.url, {
      headers: { 'x-forwarded-for': '2001:db8:0:2:ffff::9' },
    })
    sameHousehold.send({ type: 'hello', after: 0, locale: 'en' })
    expect(await sameHousehold.next('refused')).toMatchObject({ code: 'TOO_MANY' })
  } finally {
    await small.stop()
  }
})
