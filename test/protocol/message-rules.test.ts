import {
  CardListDesk,
  MenuDesk,
  type MenuEntry,
  type Order,
  type Product,
  ProductRepliesDesk,
} from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, signInAs } from './console-stage/ask.ts'
import { arriveAsBuyer, type Buyer } from './console-stage/buyer.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { openStaffedShop, type StaffedShop } from './console-stage/open-staffed-shop.ts'
import { openTalkingShop } from './console-stage/open-talking-shop.ts'
import { refusalOf, saveSettings } from './console-stage/save-settings.ts'

const DAY_MS = 86_400_000

let stage: ConsoleStage
let shop: StaffedShop
beforeAll(async () => {
  stage = await openConsoleStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  shop = await openTalkingShop(stage)
})

const save = (area: string, settings: object, cookie = shop.owner) =>
  saveSettings(stage, cookie, area, settings)
const refused = async (area: string, settings: object) => refusalOf(await save(area, settings))

const product = (ref: string, more: Partial<Product> = {}): Product => ({ ref, title: `The ${ref}`, ...more })
const rule = (id: string, products: readonly string[], more: object = {}) => ({
  ...{ id, products, text: `About ${id}.` },
  ...more,
})
const replies = (...rules: readonly object[]) => ({ on: true, rules })

/** The kinds of what came since the buyer's last words, their own left out. */
function kindsSince(buyer: Buyer): readonly string[] {
  const shown = buyer.shown()
  const own = shown.findLastIndex(({ author }) => author === 'buyer')
  return shown.slice(own + 1).map(({ kind }) => kind)
}

async function put(path: 'products' | 'orders' | 'categories', things: readonly object[]): Promise<void> {
  const answer = await ask(stage, 'PUT', `/${path}`, { cookie: shop.owner, body: { [path]: things } })
  expect(answer.status).toBe(200)
}

const arrive = () => arriveAsBuyer(stage, shop.storeId)
const send = (buyer: Buyer, kind: 'product' | 'order', ref: string) => buyer.send({ kind, ref })

describe('product-card replies (CRD-04…CRD-10, CRD-13)', () => {
  beforeEach(() => put('products', [product('P1'), product('P2'), product('P3')]))

  test('any account saves them, and the next card brings its reply (PRM-02, PUB-10)', async () => {
    await shop.employ('agent', 'agent')
    const cookie = await signInAs(stage, `agent@${shop.shop}.example`)
    const saved = await save('product-replies', replies(rule('one', ['P1', 'P2'])), cookie)
    expect(saved.as(ProductRepliesDesk)).toMatchObject({
      revision: 1,
      mayChange: true,
      changedBy: 'agent',
    })
    const buyer = await arrive()
    await send(buyer, 'product', 'P2')
    expect(kindsSince(buyer)[0]).toBe('product_card_reply')
    expect(buyer.shown()[1]?.content).toEqual({ kind: 'text', text: 'About one.' })
    await send(buyer, 'product', 'P3')
    expect(kindsSince(buyer)).not.toContain('product_card_reply')
  })

  test('the switch turns all of them off (CRD-14)', async () => {
    await save('product-replies', { ...replies(rule('one', ['P1'])), on: false })
    const buyer = await arrive()
    await send(buyer, 'product', 'P1')
    expect(kindsSince(buyer)).not.toContain('product_card_reply')
  })

  test('what cannot be saved is named, and nothing is (CRD-05, CRD-06, CRD-07)', async () => {
    const many = Array.from({ length: 51 }, (_, nth) => product(`M${nth}`))
    await put('products', many)
    const refs = many.map(({ ref }) => ref)
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, nth) => rule(id, [`M${nth}`]))
    const cases: readonly (readonly [object, string])[] = [
      [replies(...six), 'TOO_MANY_RULES /rules/5'],
      [replies(rule('a', refs)), 'TOO_MANY_PRODUCTS /rules/0/products'],
      [replies(rule('a', ['P1']), rule('b', ['P2', 'P1'])), 'PRODUCT_TWICE /rules/1/products/1'],
      [replies(rule('a', ['P1', 'gone'])), 'PRODUCT_UNKNOWN /rules/0/products/1'],
      [replies(rule('a', ['P1'], { text: ' ' })), 'TEXT_MISSING /rules/0/text'],
      [replies(rule('a', ['P1'], { text: 'x'.repeat(201) })), 'TEXT_TOO_LONG /rules/0/text'],
      [replies(rule('a', ['P1'], { url: 'javascript:alert(1)' })), 'ADDRESS_UNFIT /rules/0/url'],
    ]
    for (const [settings, problem] of cases) {
      expect(await refused('product-replies', settings)).toEqual(['RULES_UNFIT', problem])
    }
    const desk = (await ask(stage, 'GET', '/settings/product-replies', { cookie: shop.owner })).as(
      ProductRepliesDesk,
    )
    expect(desk).toEqual({ settings: { on: true, rules: [] }, revision: 0, mayChange: true })
    // A product of another store is unknown, too.
    shop = await openStaffedShop(stage)
    expect(await refused('product-replies', replies(rule('a', ['P1'])))).toContain(
      'PRODUCT_UNKNOWN /rules/0/products/0',
    )
  })
})

const list = (...ids: readonly string[]) => ({
  lead: '',
  questions: ids.map((id) => ({ id, on: true, question: `${id}?`, answer: `Answer ${id}.` })),
})
const order = (ref: string, buyer: Buyer): Order => ({
  ...{ ref, buyer: buyer.conversation, title: 'Two bottles', state: 'Sent' },
  lines: [{ title: 'Bottle', quantity: 2 }],
  orderedAt: stage.clock.now(),
})

describe('the list for cards (CRD-01…CRD-03, CRD-12, CRD-15)', () => {
  test('comes below the product’s reply, once per card; a tap gives the answer', async () => {
    await put('products', [product('P1')])
    await save('product-replies', replies(rule('one', ['P1'])))
    await save('card-list', list('when', 'post'))
    const buyer = await arrive()
    await send(buyer, 'product', 'P1')
    expect(kindsSince(buyer).slice(0, 2)).toEqual(['product_card_reply', 'order_card_list'])
    const held = buyer.shown().find(({ kind }) => kind === 'order_card_list')?.seq ?? 0
    await buyer.send({ kind: 'choice', message: held, option: 'post' })
    expect(buyer.shown().at(-1)).toMatchObject({
      kind: 'order_card_answer',
      replyTo: held + buyer.shown().filter(({ seq }) => seq > held).length - 1,
      content: { text: 'Answer post.' },
    })
    await send(buyer, 'product', 'P1')
    expect(kindsSince(buyer)).not.toContain('order_card_list')
    await put('orders', [order('A1', buyer)])
    await send(buyer, 'order', 'A1')
    expect(kindsSince(buyer)).toContain('order_card_list')
    for (const [message, option] of [
      [held, 'post'],
      [held, 'none'],
      [999, 'post'],
    ] as const) {
      await expect(buyer.send({ kind: 'choice', message, option })).rejects.toThrow('NOT_HELD')
    }
  })

  test('an order that is somebody else’s is unknown', async () => {
    await save('card-list', list('when'))
    const [buyer, other] = [await arrive(), await arrive()]
    await put('orders', [order('A1', other)])
    await expect(send(buyer, 'order', 'A1')).rejects.toThrow('REF_UNKNOWN')
    expect(buyer.shown()).toEqual([])
  })

  test('belongs to who keeps the robot, and keeps the limits of its own (CRD-02, PRM-01)', async () => {
    await shop.employ('agent', 'agent')
    const cookie = await signInAs(stage, `agent@${shop.shop}.example`)
    expect((await save('card-list', list('when'), cookie)).status).toBe(403)
    const desk = (await ask(stage, 'GET', '/settings/card-list', { cookie })).as(CardListDesk)
    expect(desk.mayChange).toBe(false)
    expect(await refused('card-list', list('a', 'b', 'c', 'd', 'e', 'f'))).toEqual([
      'RULES_UNFIT',
      'TOO_MANY_ON /questions',
    ])
  })
})

const entry = (id: string, gives: MenuEntry['gives'], name = '', on = true): MenuEntry => ({
  id,
  on,
  name,
  gives,
})
const labels = (menu: Buyer['menu']) => menu.map(({ label }) => label)
const told = (buyer: Buyer) =>
  buyer.heard.flatMap((frame) => (frame.type === 'menu' ? [labels(frame.menu)] : []))

describe('the self-service menu (MNU-01…MNU-05)', () => {
  test('a new store offers a person only: what is empty hides', async () => {
    expect(labels((await arrive()).menu)).toEqual(['Talk to a person'])
  })

  test('it changes in the open chat as soon as it is saved (PUB-10)', async () => {
    const buyer = await arrive()
    const saved = await save('menu', {
      entries: [entry('sizes', { does: 'link', url: 'https://shop.example/sizes' }, 'Sizes')],
    })
    expect(saved.as(MenuDesk).revision).toBe(1)
    await expect.poll(() => told(buyer)).toEqual([['Sizes', 'Talk to a person']])
    await buyer.send({ kind: 'menu', item: 'sizes' })
    expect(buyer.shown().slice(-2)).toMatchObject([
      { author: 'buyer', content: { text: 'Sizes' } },
      { kind: 'self_menu_reply', content: { text: 'Sizes\nhttps://shop.example/sizes' } },
    ])
    await save('menu', { entries: [] })
    await expect.poll(() => told(buyer).at(-1)).toEqual(['Talk to a person'])
    await expect(buyer.send({ kind: 'menu', item: 'sizes' })).rejects.toThrow('NOT_OFFERED')
  })

  test('orders are the buyer’s own; who is not known is told how to be', async () => {
    const [buyer, stranger] = [await arrive(), await arrive()]
    await put('orders', [order('A1', buyer), order('A2', buyer)])
    await expect.poll(() => told(stranger)).toEqual([['My orders', 'Talk to a person']])
    for (const [who, kinds] of [
      [buyer, ['text', 'order', 'order']],
      [stranger, ['text']],
    ] as const) {
      await who.send({ kind: 'menu', item: 'orders' })
      const answered = who.shown().filter(({ kind }) => kind === 'self_menu_reply')
      expect(answered.map(({ content }) => content.kind)).toEqual(kinds)
    }
    expect(JSON.stringify(stranger.shown())).not.toContain('A1')
  })

  test('new products leave after thirty days', async () => {
    await put('products', [product('P1')])
    const buyer = await arrive()
    expect(labels(buyer.menu)).toContain('New products')
    await buyer.send({ kind: 'menu', item: 'arrivals' })
    expect(buyer.shown().at(-1)?.content).toMatchObject({ kind: 'products', items: [{ ref: 'P1' }] })
    stage.clock.forward(30 * DAY_MS + 1)
    expect(labels((await arrive()).menu)).toEqual(['Talk to a person'])
  })

  test('categories in the seller’s order, then their products; the newest choice only', async () => {
    await put('categories', [
      { ref: 'cups', name: 'Cups' },
      { ref: 'tea/green', name: 'Green tea' },
      { ref: 'pots', name: 'Pots' },
    ])
    await put('products', [product('T1', { category: 'tea/green' }), product('C1', { category: 'cups' })])
    await save('menu', {
      entries: [
        entry('groups', { does: 'categories', categories: ['tea/green', 'pots', 'cups'] }, 'Shelves'),
      ],
    })
    const buyer = await arrive()
    await buyer.send({ kind: 'menu', item: 'groups' })
    const choice = buyer.shown().at(-1)
    if (choice?.content.kind !== 'choices') throw new Error('No choice of categories came.')
    const [tea, cups] = choice.content.options
    expect([tea?.label, cups?.label]).toEqual(['Green tea', 'Cups'])
    const tap = { kind: 'choice', message: choice.seq, option: tea?.id ?? '' } as const
    await buyer.send(tap)
    expect(buyer.shown().at(-1)).toMatchObject({
      kind: 'self_menu_reply',
      content: { items: [{ ref: 'T1' }] },
    })
    await buyer.send({ kind: 'menu', item: 'groups' })
    await expect(buyer.send(tap)).rejects.toThrow('NOT_HELD')
  })

  test('an answer of the live list, a person; a question that is none hides', async () => {
    await save('menu', {
      entries: [
        entry('moq', { does: 'answer', question: 'moq' }, 'Least'),
        entry('gone', { does: 'answer', question: 'gone' }, 'Gone'),
        entry('help', { does: 'person' }, 'Complain'),
        entry('off', { does: 'person' }, 'Off', false),
      ],
    })
    const buyer = await arrive()
    expect(labels(buyer.menu)).toEqual(['Least', 'Complain', 'Talk to a person'])
    await buyer.send({ kind: 'menu', item: 'moq' })
    expect(buyer.shown().at(-1)?.kind).toBe('self_menu_reply')
    await buyer.send({ kind: 'menu', item: 'help' })
    expect(buyer.shown().at(-1)?.content).toMatchObject({ code: 'waiting_for_person' })
  })

  test('what cannot be saved is named', async () => {
    const long = { entries: [entry('a', { does: 'orders' }, 'My latest orders')] }
    expect(await refused('menu', long)).toEqual(['RULES_UNFIT', 'NAME_TOO_LONG /entries/0/name'])
  })
})
