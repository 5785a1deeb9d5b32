import { setTimeout } from 'node:timers/promises'
import { CLOSE_CODES, FINAL_CLOSE_CODES, HELLO_WITHIN_MS } from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openBuyer } from '../tools/raw-buyer.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await startShop({ beatEveryMs: 1_000 })
})
afterAll(() => shop.stop())

const seqsOf = (buyer: Awaited<ReturnType<typeof openBuyer>>) =>
  buyer.frames.flatMap((frame) => (frame.type === 'message' ? [frame.seq] : []))

describe('hello', () => {
  test('without a token makes a conversation and starts nothing', async () => {
    const buyer = await openBuyer(shop.url)
    const welcome = await buyer.hello({ locale: 'zh-CN' })
    expect(welcome).toMatchObject({
      head: 0,
      store: { name: 'Harbor Steel Ware', brand: '#1F4D44', locale: 'en' },
      reception: { open: true },
      menu: [
        { id: 'arrivals', label: '店铺上新' },
        { id: 'categories', label: '推荐分类' },
        { id: 'person', label: '转人工' },
      ],
      limits: { text: 4_000, frame: 65_536, range: 500 },
    })
    expect(welcome.token).toMatch(/^[\w-]{43}$/)
    await buyer.next('beat', ({ head }) => head === 0)
    expect(seqsOf(buyer)).toEqual([])
  })

  test('never makes the same token or conversation twice', async () => {
    const one = await (await openBuyer(shop.url)).hello()
    const other = await (await openBuyer(shop.url)).hello()
    expect(one.token).not.toBe(other.token)
    expect(one.conversation).not.toBe(other.conversation)
  })

  test('with the token goes on after the last seq the client holds', async () => {
    const first = await openBuyer(shop.url)
    const { token, conversation, epoch } = await first.hello()
    first.send({ type: 'enter', entry: 'product' })
    const last = await first.next('message', ({ kind }) => kind === 'smart_question')
    first.drop()

    const second = await openBuyer(shop.url)
    const welcome = await second.hello({ token, conversation, epoch, after: 2 })
    expect(welcome).toMatchObject({ conversation, head: last.seq, token })
    await second.next('message', ({ seq }) => seq === last.seq)
    expect(seqsOf(second)).toEqual([3, 4])
  })

  test('twice on one socket is out of order, and the first one holds', async () => {
    const buyer = await openBuyer(shop.url)
    await buyer.hello()
    buyer.send({ type: 'hello', after: 0, locale: 'en' })
    expect(await buyer.next('refused')).toMatchObject({ code: 'OUT_OF_ORDER' })
    expect(await buyer.say('lane-one.1', 'still here')).toMatchObject({ type: 'stored' })
  })

  test('that does not come in time ends the socket', async () => {
    const buyer = await openBuyer(shop.url)
    expect(await buyer.next('refused')).toMatchObject({ code: 'HELLO_EXPECTED' })
    expect((await buyer.closed).code).toBe(CLOSE_CODES.SLOW_OR_SILENT)
  })

  test('that came in time is answered, however long the database takes', async () => {
    const slow = await startShop({
      alter: {
        reception: (reception) => ({
          ...reception,
          hello: async (...greeting) => {
            await setTimeout(HELLO_WITHIN_MS + 200)
            return reception.hello(...greeting)
          },
        }),
      },
    })
    onTestFinished(slow.stop)
    const buyer = await openBuyer(slow.url)
    expect(await buyer.hello()).toMatchObject({ type: 'welcome' })
  })

  test('with a signed identity is not offered yet, and the socket lives on', async () => {
    const buyer = await openBuyer(shop.url)
    buyer.send({ type: 'hello', after: 0, locale: 'en', identity: 'a.b.c' })
    expect(await buyer.next('refused')).toMatchObject({ code: 'NOT_OFFERED' })
    expect(await buyer.hello()).toMatchObject({ type: 'welcome' })
  })
})

describe('a token', () => {
  test('that is unknown ends the socket for good', async () => {
    const buyer = await openBuyer(shop.url)
    buyer.send({ type: 'hello', after: 0, locale: 'en', token: 'x'.repeat(43) })
    expect(await buyer.next('refused')).toMatchObject({ code: 'TOKEN_UNKNOWN' })
    const { code } = await buyer.closed
    expect(code).toBe(CLOSE_CODES.NOT_ALLOWED)
    expect(FINAL_CLOSE_CODES.has(code)).toBe(true)
  })

  test('opens its own conversation only, and says nothing of another', async () => {
    const victim = await (await openBuyer(shop.url)).hello()
    const thief = await openBuyer(shop.url)
    const own = await thief.hello()
    thief.drop()

    const again = await openBuyer(shop.url)
    again.send({ type: 'hello', after: 0, locale: 'en', token: own.token, conversation: victim.conversation })
    expect(await again.next('refused')).toMatchObject({ code: 'WRONG_CONVERSATION' })
    again.send({ type: 'hello', after: 0, locale: 'en', conversation: victim.conversation })
    expect(await again.next('refused')).toMatchObject({ code: 'WRONG_CONVERSATION' })
    expect(await again.say('lane-one.1', 'let me in')).toMatchObject({ code: 'OUT_OF_ORDER' })
    expect(again.frames.map(({ type }) => type)).toEqual(['refused', 'refused', 'refused'])
  })

  test('is never logged, nor is what was said', async () => {
    const buyer = await openBuyer(shop.url)
    const { token } = await buyer.hello()
    await buyer.say('lane-one.1', 'canary-of-the-log')
    expect(shop.log()).not.toContain(token)
    expect(shop.log()).not.toContain('canary-of-the-log')
  })
})

describe('resync', () => {
  test('when the client holds more than there is', async () => {
    const first = await openBuyer(shop.url)
    const { token, epoch } = await first.hello()
    await first.say('lane-one.1', 'hello')
    const head = (await first.next('message', ({ author }) => author !== 'buyer')).seq
    const second = await openBuyer(shop.url)
    await second.hello({ token, after: 1_000 })
    expect(await second.next('resync')).toMatchObject({ epoch })
    await second.next('message', ({ seq }) => seq === head)
    expect(seqsOf(second)[0]).toBe(1)
  })

  test('when the store was restored since', async () => {
    const first = await openBuyer(shop.url)
    const { token } = await first.hello()
    await first.say('lane-one.1', 'hello')
    const second = await openBuyer(shop.url)
    await second.hello({ token, after: 1, epoch: 'before-the-backup' })
    await second.next('resync')
    expect(await second.next('message')).toMatchObject({ seq: 1 })
  })

  test('not for a client that holds nothing', async () => {
    const buyer = await openBuyer(shop.url)
    await buyer.hello({ epoch: 'before-the-backup' })
    await buyer.next('presence')
    expect(buyer.frames.map(({ type }) => type)).not.toContain('resync')
  })
})

describe('the door', () => {
  test.for([
    ['no store of that name', { store: 'nowhere' }],
    ['a name no store can have', { store: '../demo' }],
    ['no name', { store: '' }],
  ] as const)('%s: told, and never to come back', async ([, options]) => {
    const buyer = await openBuyer(shop.url, options)
    expect(await buyer.next('refused')).toMatchObject({ code: 'STORE_UNKNOWN' })
    expect((await buyer.closed).code).toBe(CLOSE_CODES.FORBIDDEN)
  })

  test('a client of another protocol is not let in', async () => {
    await expect(openBuyer(shop.url, { protocols: ['shopbell.v99'] })).rejects.toThrow('400')
    await expect(openBuyer(shop.url, { protocols: [] })).rejects.toThrow('400')
  })

  test('another address is answered 404', async () => {
    await expect(openBuyer(`${shop.url}/elsewhere`)).rejects.toThrow('404')
  })

  test('any page may knock where the store names none', async () => {
    const buyer = await openBuyer(shop.url, { headers: { origin: 'https://any.example' } })
    expect(await buyer.hello()).toMatchObject({ type: 'welcome' })
  })
})

test('every beat tells the head', async () => {
  const buyer = await openBuyer(shop.url)
  await buyer.hello()
  await buyer.say('lane-one.1', 'hello')
  const { seq } = await buyer.next('message', ({ author }) => author !== 'buyer')
  await buyer.next('beat', ({ head }) => head >= seq)
})

test('a client that answers no pings is cut off, one that does stays', async () => {
  const silent = await openBuyer(shop.url, { answersPings: false })
  await silent.hello()
  const alive = await openBuyer(shop.url)
  await alive.hello()
  await silent.closed
  expect(await alive.say('lane-one.1', 'hello')).toMatchObject({ type: 'stored' })
})
