import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuyer, type RawBuyer } from '../tools/raw-buyer.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

let shop: Shop
let now = Date.UTC(2026, 10, 20, 3)
beforeAll(async () => {
  shop = await startShop({ clock: { now: () => now } })
})
afterAll(() => shop.stop())

async function arrive(fields: object = {}): Promise<RawBuyer & { readonly token: string }> {
  const buyer = await openBuyer(shop.url)
  const { token } = await buyer.hello(fields)
  return { ...buyer, token }
}

/** A buyer who was greeted and is asked the first question, whose seq is returned. */
async function received() {
  const buyer = await arrive()
  buyer.send({ type: 'enter', entry: 'product' })
  const question = await buyer.next('message', ({ kind }) => kind === 'smart_question')
  return { buyer, question: question.seq }
}

const messagesOf = (buyer: RawBuyer) => buyer.frames.filter((frame) => frame.type === 'message')
const dense = (count: number) => Array.from({ length: count }, (_, place) => place + 1)

describe('the main job', () => {
  test('greeting, products, list and first question come in one step, dense and in order', async () => {
    const { buyer } = await received()
    expect(messagesOf(buyer).map(({ kind, author }) => [kind, author])).toEqual([
      ['welcome', 'robot'],
      ['recommendation', 'robot'],
      ['faq_list', 'robot'],
      ['smart_question', 'robot'],
    ])
    expect(messagesOf(buyer).map(({ seq }) => seq)).toEqual(dense(4))
  })

  test('a question is answered, smart questions go on one by one, and a person is fetched', async () => {
    const { buyer, question } = await received()
    expect(await buyer.say('lane-one.1', { kind: 'choice', message: 3, option: 'moq' })).toMatchObject({
      seq: 5,
    })
    expect(await buyer.next('message', ({ kind }) => kind === 'faq_answer')).toMatchObject({
      content: { text: '500 pieces per colour. Your first order may mix two colours.' },
    })
    await buyer.say('lane-one.2', { kind: 'choice', message: question, option: 'ml-750' })
    const second = await buyer.next('message', ({ seq, kind }) => kind === 'smart_question' && seq > question)
    await buyer.say('lane-one.3', { kind: 'answer', message: second.seq, value: 1_200 })
    const third = await buyer.next(
      'message',
      ({ seq, kind }) => kind === 'smart_question' && seq > second.seq,
    )
    await buyer.say('lane-one.4', { kind: 'answer', message: third.seq, value: ['laser'] })
    const closing = await buyer.next('message', ({ kind }) => kind === 'smart_closing')
    expect(JSON.stringify(closing.content)).toContain('750 ml')
    expect(JSON.stringify(closing.content)).toContain('1200 pcs')
    const seqs = messagesOf(buyer).map(({ seq }) => seq)
    expect(seqs).toEqual(dense(seqs.length))
  })

  test('the buyer’s own message comes back with its id, the robot’s has none', async () => {
    const { buyer } = await received()
    await buyer.say('lane-one.1', 'Lead time?')
    const answer = await buyer.next('message', ({ kind }) => kind === 'faq_answer')
    const [own] = messagesOf(buyer).filter(({ author }) => author === 'buyer')
    expect(own).toMatchObject({ id: 'lane-one.1', content: { kind: 'text', text: 'Lead time?' } })
    expect(answer).not.toHaveProperty('id')
  })

  test('entering again on the same day greets nobody twice', async () => {
    const { buyer } = await received()
    buyer.send({ type: 'enter', entry: 'store_home' })
    expect(await buyer.say('lane-one.1', 'Samples?')).toMatchObject({ type: 'stored', seq: 5 })
  })

  test('a person can be asked for at any time', async () => {
    const { buyer } = await received()
    await buyer.say('lane-one.1', { kind: 'menu', item: 'person' })
    expect(await buyer.next('message', ({ kind }) => kind === 'note')).toMatchObject({
      author: 'system',
      content: { code: 'waiting_for_person' },
    })
  })
})

describe('the same id again', () => {
  test('is stored once and answered once, on the same socket and on the next', async () => {
    const { buyer } = await received()
    const first = await buyer.say('lane-one.1', 'Payment?')
    await buyer.next('message', ({ kind }) => kind === 'faq_answer')
    expect(await buyer.say('lane-one.1', 'Payment?')).toEqual(first)
    buyer.drop()
    const later = await openBuyer(shop.url)
    await later.hello({ token: buyer.token })
    expect(await later.say('lane-one.1', 'Payment?')).toEqual(first)
    expect(await later.say('lane-one.2', 'Samples?')).toMatchObject({ seq: 7 })
    await later.next('message', ({ seq }) => seq === 8)
    expect(messagesOf(later).map(({ seq }) => seq)).toEqual(dense(8))
  })

  test('with another text is still the first message', async () => {
    const { buyer } = await received()
    const first = await buyer.say('lane-one.1', 'Payment?')
    expect(await buyer.say('lane-one.1', 'Something else')).toEqual(first)
  })

  test('a hundred times at once is one message', async () => {
    const { buyer } = await received()
    // More than a mailbox holds is refused and may be repeated, as any client does.
    for (let n = 0; n < 100; n += 1) {
      buyer.send({ type: 'send', id: 'lane-one.1', content: { kind: 'text', text: 'Samples?' } })
    }
    const answers = await Promise.all(dense(100).map(() => buyer.answer('lane-one.1')))
    const seqs = answers.flatMap((answer) => (answer.type === 'stored' ? [answer.seq] : []))
    expect(new Set(seqs)).toEqual(new Set([5]))
    const rest = answers.flatMap((answer) => (answer.type === 'refused' ? [answer.code] : []))
    expect(new Set(rest)).toEqual(rest.length === 0 ? new Set() : new Set(['BUSY']))
    expect(await buyer.say('lane-one.2', 'MOQ?')).toMatchObject({ seq: 7 })
  })

  test('from seventeen devices, long after their lanes were forgotten', async () => {
    const { buyer } = await received()
    const ids = dense(17).map((n) => `device-${String(n).padStart(2, '0')}.1`)
    const seqs: unknown[] = []
    for (const id of ids) seqs.push(await buyer.say(id, 'MOQ?'))
    for (const [place, id] of ids.entries()) expect(await buyer.say(id, 'MOQ?')).toEqual(seqs[place])
  })

  test('an id that was refused is new when it comes again', async () => {
    const { buyer, question } = await received()
    expect(await buyer.say('lane-one.1', { kind: 'choice', message: 3, option: 'nothing' })).toMatchObject({
      code: 'NOT_HELD',
    })
    expect(
      await buyer.say('lane-one.2', { kind: 'choice', message: question, option: 'ml-500' }),
    ).toMatchObject({
      type: 'stored',
    })
    expect(await buyer.say('lane-one.1', 'MOQ?')).toMatchObject({ type: 'stored' })
  })

  test.for(['__proto__.1', 'constructor.1', 'toString-.1'])('in the lane of %s', async (id) => {
    const { buyer } = await received()
    const first = await buyer.say(id, 'MOQ?')
    expect(first).toMatchObject({ type: 'stored' })
    expect(await buyer.say(id, 'MOQ?')).toEqual(first)
  })
})

describe('is refused and changes nothing', () => {
  test.for([
    ['an option nobody offered', { kind: 'choice', message: 3, option: 'free-gifts' }, 'NOT_HELD'],
    ['a disabled question', { kind: 'choice', message: 3, option: 'warranty' }, 'NOT_HELD'],
    ['a tap on a message that is no list', { kind: 'choice', message: 1, option: 'moq' }, 'NOT_HELD'],
    ['a tap on a message that does not exist', { kind: 'choice', message: 999, option: 'moq' }, 'NOT_HELD'],
    ['an answer to a question that is not open', { kind: 'answer', message: 3, value: 5 }, 'NOT_HELD'],
    ['a number where an option is asked', { kind: 'answer', message: 4, value: 5 }, 'ANSWER_UNFIT'],
    ['an option the question does not have', { kind: 'choice', message: 4, option: 'ml-9' }, 'ANSWER_UNFIT'],
    ['a product of another shop', { kind: 'product', ref: 'NOT-OURS' }, 'REF_UNKNOWN'],
    ['an order, before there are any', { kind: 'order', ref: '4711' }, 'REF_UNKNOWN'],
    ['a file', { kind: 'file', upload: 'u1' }, 'NOT_OFFERED'],
    ['a menu item that does not exist', { kind: 'menu', item: 'refund' }, 'NOT_OFFERED'],
  ] as const)('%s', async ([, content, code]) => {
    const { buyer } = await received()
    expect(
      await buyer.say('lane-one.1', content as { kind: 'choice'; message: number; option: string }),
    ).toMatchObject({ type: 'refused', code })
    expect(await buyer.say('lane-one.2', 'MOQ?')).toMatchObject({ type: 'stored', seq: 5 })
  })
})

test('a product the buyer sends is shown as the store has it', async () => {
  const { buyer } = await received()
  await buyer.say('lane-one.1', { kind: 'product', ref: 'CAMP-500' })
  const own = await buyer.next('message', ({ author }) => author === 'buyer')
  expect(own.content).toMatchObject({ kind: 'products', items: [{ ref: 'CAMP-500', price: 'US$ 3.20' }] })
})

describe('two tabs of one buyer', () => {
  test('see the same conversation live, in the same order', async () => {
    const { buyer } = await received()
    const other = await openBuyer(shop.url)
    await other.hello({ token: buyer.token })
    await Promise.all([
      buyer.say('tab-one-.1', 'MOQ?'),
      other.say('tab-two-.1', 'Samples?'),
      buyer.say('tab-one-.2', 'Payment?'),
      other.say('tab-two-.2', 'Lead time?'),
    ])
    await Promise.all([buyer, other].map((tab) => tab.next('message', ({ seq }) => seq === 12)))
    expect(messagesOf(other)).toEqual(messagesOf(buyer))
    expect(messagesOf(other).map(({ seq }) => seq)).toEqual(dense(12))
  })

  test('another buyer sees nothing of it', async () => {
    const { buyer } = await received()
    const stranger = await arrive()
    await buyer.say('lane-one.1', 'MOQ?')
    await buyer.next('message', ({ kind }) => kind === 'faq_answer')
    expect(await stranger.say('lane-one.1', 'MOQ?')).toMatchObject({ seq: 1 })
    await stranger.next('message', ({ author }) => author !== 'buyer')
    expect(messagesOf(stranger).map(({ seq }) => seq)).toEqual(dense(messagesOf(stranger).length))
  })
})

describe('range', () => {
  test('fills a gap', async () => {
    const { buyer } = await received()
    buyer.send({ type: 'range', from: 2, to: 3 })
    await buyer.next('message', ({ seq }) => seq === 3)
    await buyer.next('message', ({ seq }) => seq === 3)
    expect(messagesOf(buyer).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 2, 3])
  })

  test.for([
    ['the wrong way round', 3, 2],
    ['beyond the end', 900, 999],
  ] as const)('%s is nothing', async ([, from, to]) => {
    const { buyer } = await received()
    buyer.send({ type: 'range', from, to })
    expect(await buyer.say('lane-one.1', 'MOQ?')).toMatchObject({ seq: 5 })
    await buyer.next('message', ({ seq }) => seq === 6)
    expect(messagesOf(buyer).map(({ seq }) => seq)).toEqual(dense(6))
  })
})

test('what one tab has read, the other tab knows; never more than there is', async () => {
  const { buyer } = await received()
  const other = await openBuyer(shop.url)
  await other.hello({ token: buyer.token })
  await other.next('message', ({ seq }) => seq === 4)
  buyer.send({ type: 'read', seq: 999_999 })
  expect(await other.next('read')).toEqual({ type: 'read', by: 'buyer', seq: 4 })
})

test('a reminder comes when it is due by the server’s clock, once, and not when the question is answered', async () => {
  const { buyer, question } = await received()
  const quick = await received()
  await quick.buyer.say('lane-one.1', { kind: 'choice', message: quick.question, option: 'ml-500' })
  const before = now
  now += 600_000
  const reminder = await buyer.next('message', ({ kind }) => kind === 'reminder')
  expect(reminder.at).toBeGreaterThanOrEqual(before + 600_000)
  expect(reminder.seq).toBe(question + 1)
  now += 1_000
  expect(await buyer.say('lane-one.1', 'MOQ?')).toMatchObject({ seq: question + 2 })
  expect(messagesOf(quick.buyer).map(({ kind }) => kind)).not.toContain('reminder')
})
