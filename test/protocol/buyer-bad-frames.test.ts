import { CLOSE_CODES, MAX_FRAME_BYTES } from '@shopbell/protocol'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuyer, type RawBuyer } from '../tools/raw-buyer.ts'
import { SEED } from '../tools/seed.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

let shop: Shop
let bystander: RawBuyer
let said = 0
beforeAll(async () => {
  shop = await startShop()
  bystander = await openBuyer(shop.url)
  await bystander.hello()
})
afterAll(() => shop.stop())

/** Whatever another buyer does, this one is served. */
async function expectOthersServed(): Promise<void> {
  said += 1
  expect(await bystander.say(`bystander.${String(said)}`, 'MOQ?')).toMatchObject({ type: 'stored' })
}

const send = (content: object | string) =>
  `{"type":"send","id":"lane-one.1","content":${typeof content === 'string' ? content : JSON.stringify(content)}}`

const BAD = [
  ['nothing', '', 'NOT_UNDERSTOOD'],
  ['no JSON', 'GET / HTTP/1.1', 'NOT_UNDERSTOOD'],
  ['half a frame', '{"type":"send","id":', 'NOT_UNDERSTOOD'],
  ['a list', '[]', 'NOT_UNDERSTOOD'],
  ['an unknown type', '{"type":"launch"}', 'NOT_UNDERSTOOD'],
  ['a type of the other direction', '{"type":"message","seq":1}', 'NOT_UNDERSTOOD'],
  ['an unknown key', '{"type":"typing","now":true}', 'NOT_UNDERSTOOD'],
  ['__proto__', send('{"kind":"text","text":"x","__proto__":{"admin":true}}'), 'NOT_UNDERSTOOD'],
  ['a constructor’s prototype', '{"type":"typing","constructor":{"prototype":{"x":1}}}', 'NOT_UNDERSTOOD'],
  ['a NUL', send('{"kind":"text","text":"a\\u0000b"}'), 'BAD_TEXT'],
  ['half a surrogate pair', send('{"kind":"text","text":"\\ud83d"}'), 'BAD_TEXT'],
  ['a number that is none', '{"type":"read","seq":1e999}', 'NOT_UNDERSTOOD'],
  ['a fraction of a message', '{"type":"range","from":1.5,"to":2}', 'NOT_UNDERSTOOD'],
  ['a nest of 30,000 lists', send(`${'['.repeat(30_000)}${']'.repeat(30_000)}`), 'NOT_UNDERSTOOD'],
] as const

describe('before hello', () => {
  test.for(BAD)('%s is refused, and hello still works', async ([, frame, code]) => {
    const buyer = await openBuyer(shop.url)
    buyer.send(frame)
    const refused = await buyer.next('refused')
    expect(refused.code).toBe(code)
    expect(refused.message.length).toBeGreaterThan(20)
    expect(await buyer.hello()).toMatchObject({ type: 'welcome', head: 0 })
  })

  test.for([
    ['enter', { type: 'enter', entry: 'product' }],
    ['send', { type: 'send', id: 'lane-one.1', content: { kind: 'text', text: 'x' } }],
    ['read', { type: 'read', seq: 1 }],
    ['typing', { type: 'typing' }],
    ['range', { type: 'range', from: 1, to: 2 }],
  ] as const)('%s is out of order', async ([, frame]) => {
    const buyer = await openBuyer(shop.url)
    buyer.send(frame)
    expect(await buyer.next('refused')).toMatchObject({ code: 'OUT_OF_ORDER' })
    expect(await buyer.hello()).toMatchObject({ head: 0 })
  })
})

describe('in the middle of a conversation', () => {
  test.for(BAD)('%s is refused and changes nothing', async ([, frame, code]) => {
    const buyer = await openBuyer(shop.url)
    const { token } = await buyer.hello()
    await buyer.say('lane-two.1', 'MOQ?')
    const { seq } = await buyer.next('message', ({ author }) => author !== 'buyer')
    buyer.send(frame)
    expect(await buyer.next('refused')).toMatchObject({ code })
    const again = await openBuyer(shop.url)
    expect((await again.hello({ token, after: seq })).head).toBeGreaterThanOrEqual(seq)
    expect(await buyer.say('lane-two.2', 'MOQ?')).toMatchObject({ type: 'stored' })
  })

  test('a binary frame is refused', async () => {
    const buyer = await openBuyer(shop.url)
    await buyer.hello()
    buyer.send(Buffer.from('{"type":"typing"}'))
    expect(await buyer.next('refused')).toMatchObject({ code: 'NOT_UNDERSTOOD' })
    expect(await buyer.say('lane-one.1', 'MOQ?')).toMatchObject({ type: 'stored' })
  })

  test('a frame of exactly the limit is read, one byte more ends the socket', async () => {
    const buyer = await openBuyer(shop.url)
    await buyer.hello()
    const frame = send({ kind: 'text', text: '' })
    const padded = frame.replace('""', `"${'x'.repeat(MAX_FRAME_BYTES - frame.length)}"`)
    expect(Buffer.byteLength(padded)).toBe(MAX_FRAME_BYTES)
    buyer.send(padded)
    expect(await buyer.next('refused')).toMatchObject({ code: 'NOT_UNDERSTOOD', id: 'lane-one.1' })
    buyer.send(padded.replace('xx', 'xxx'))
    expect((await buyer.closed).code).toBe(CLOSE_CODES.TOO_BIG)
    await expectOthersServed()
  })

  test('a refusal names the place, not the words', async () => {
    const buyer = await openBuyer(shop.url)
    buyer.send(send({ kind: 'text', text: ['my secret'] }))
    const { message, id } = await buyer.next('refused')
    expect(message).toContain('/content/text')
    expect(message).not.toContain('my secret')
    expect(id).toBe('lane-one.1')
  })
})

test('thousands of frames of anything leave the process alive and everyone else served', async () => {
  const pid = process.pid
  const errors: unknown[] = []
  const note = (error: unknown) => void errors.push(error)
  process.on('uncaughtException', note)
  process.on('unhandledRejection', note)
  const type = fc.constantFrom('hello', 'enter', 'send', 'read', 'typing', 'range', 'welcome')
  const shaped = fc.record(
    {
      type,
      id: fc.oneof(fc.constant('lane-one.1'), fc.string()),
      content: fc.oneof(
        fc.record({
          kind: fc.constantFrom('text', 'choice', 'answer', 'menu', 'product'),
          text: fc.string({ unit: 'binary' }),
        }),
        fc.jsonValue(),
      ),
      after: fc.oneof(fc.integer(), fc.jsonValue()),
      locale: fc.oneof(fc.constant('en'), fc.string()),
      entry: fc.oneof(fc.constant('product'), fc.string()),
      seq: fc.oneof(fc.integer(), fc.double()),
      from: fc.integer(),
      to: fc.integer(),
      token: fc.string(),
    },
    { requiredKeys: ['type'] },
  )
  const frame = fc.oneof(
    { weight: 4, arbitrary: shaped.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)) },
  )
  console.log(`Frames of SHOPBELL_SEED=${String(SEED)}`)
  const frames = fc.sample(frame, { numRuns: 6_000, seed: SEED })

  const attackers = await Promise.all(Array.from({ length: 6 }, () => openBuyer(shop.url)))
  await Promise.all(attackers.slice(0, 3).map((attacker) => attacker.hello()))
  for (const [place, one] of frames.entries()) {
    attackers[place % attackers.length]?.socket.send(one)
    if (place % 1_000 === 999) await expectOthersServed()
  }
  for (const attacker of attackers.slice(0, 3)) {
    expect(await attacker.say('last-lane.1', 'are you there?')).toMatchObject({ type: 'stored' })
  }
  await expectOthersServed()
  process.off('uncaughtException', note)
  process.off('unhandledRejection', note)
  expect(errors).toEqual([])
  expect(process.pid).toBe(pid)
  expect(shop.log()).not.toContain('"level":50')
})
