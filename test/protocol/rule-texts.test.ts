import {
  type CardList,
  HttpError,
  type LocalText,
  MenuDesk,
  type MessageContent,
  type StatusReplies,
} from '@shopbell/protocol'
import Type from 'typebox'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { journalOf } from '../../packages/server/src/store/journal.ts'
import { runAsStore } from '../../packages/server/src/store/run-as.ts'
import { ask } from './console-stage/ask.ts'
import { arriveAsBuyer, type Buyer } from './console-stage/buyer.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import type { StaffedShop } from './console-stage/open-staffed-shop.ts'
import { openTalkingShop } from './console-stage/open-talking-shop.ts'
import { refusalOf, saveSettings } from './console-stage/save-settings.ts'

const REVISED = Type.Object({ revision: Type.Integer() })
const OFF = { on: false, text: '', delaySeconds: 0 }

let stage: ConsoleStage
let shop: StaffedShop
beforeAll(async () => {
  stage = await openConsoleStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  shop = await openTalkingShop(stage)
  const products = [{ ref: 'P1', title: 'The P1' }]
  const put = await ask(stage, 'PUT', '/products', { cookie: shop.owner, body: { products } })
  expect(put.status).toBe(200)
})

const save = (area: string, settings: unknown) => saveSettings(stage, shop.owner, area, settings)
const refused = async (area: string, settings: unknown) => refusalOf(await save(area, settings))

async function saved(area: string, settings: unknown): Promise<void> {
  expect((await save(area, settings)).status).toBe(200)
}

const arrive = (locale: string, token?: string) =>
  arriveAsBuyer(stage, shop.storeId, { locale, ...(token ? { token, lane: 'other-lane' } : {}) })

function said(buyer: Buyer, kind: string): readonly string[] {
  return buyer.shown().flatMap((message) => (message.kind === kind ? [words(message.content)] : []))
}

function words(content: MessageContent): string {
  if (content.kind === 'choices')
    return `${content.text ?? ''} ${content.options.map(({ label }) => label).join(' | ')}`.trim()
  return 'text' in content ? (content.text ?? '') : ''
}

const away = (text: LocalText): StatusReplies => ({
  ...{ first: OFF, busy: OFF, closing: OFF },
  away: { on: true, text, delaySeconds: 0 },
})
const labels = (menu: Buyer['menu']) => menu.map(({ label }) => label)

describe('a rule’s text in two languages', () => {
  test('status replies: every buyer reads their own language, else the store’s; the journal keeps what was said (STS-10)', async () => {
    await saved('status-replies', away({ en: 'Back soon.', 'zh-CN': '稍后回复。' }))
    for (const [locale, text, other] of [
      ['en-GB', 'Back soon.', '稍后'],
      ['zh-CN', '稍后回复。', 'Back'],
      ['pt-BR', 'Back soon.', '稍后'],
    ] as const) {
      const buyer = await arrive(locale)
      await buyer.askForPerson()
      expect(said(buyer, 'away')).toEqual([text])
      const steps = await runAsStore(stage.database, shop.storeId, (tx) =>
        journalOf(tx, { storeId: shop.storeId, id: buyer.conversationId }),
      )
      expect(JSON.stringify(steps)).not.toContain(other)
    }
  })

  test('a plain text, as stores have it from before, is said to everybody and can be saved again', async () => {
    await saved('status-replies', away('Back soon.'))
    await saved('product-replies', { on: true, rules: [{ id: 'one', products: ['P1'], text: 'In May.' }] })
    const buyer = await arrive('zh-CN')
    await buyer.send({ kind: 'product', ref: 'P1' })
    await buyer.askForPerson()
    expect([...said(buyer, 'product_card_reply'), ...said(buyer, 'away')]).toEqual(['In May.', 'Back soon.'])
    const desk = await ask(stage, 'GET', '/settings/product-replies', { cookie: shop.owner })
    expect(desk.as(Type.Unknown())).toMatchObject({ settings: { rules: [{ text: 'In May.' }] } })
  })

  test('product replies and the list for cards; a tap on an older list is answered in the language read now (CRD-01, CRD-04)', async () => {
    const text = { en: 'In stock.', 'zh-CN': '有货。' }
    const list: CardList = {
      lead: { 'zh-CN': '关于它：' },
      questions: [
        {
          ...{ id: 'when', on: true },
          question: { en: 'When?', 'zh-CN': '几天？' },
          answer: { en: 'Two days.', 'zh-CN': '两天。' },
        },
      ],
    }
    await saved('product-replies', { on: true, rules: [{ id: 'one', products: ['P1'], text }] })
    await saved('card-list', list)
    const buyer = await arrive('zh-CN')
    await buyer.send({ kind: 'product', ref: 'P1' })
    expect(said(buyer, 'product_card_reply')).toEqual(['有货。'])
    expect(said(buyer, 'order_card_list')).toEqual(['关于它： 几天？'])
    const message = buyer.shown().find(({ kind }) => kind === 'order_card_list')?.seq ?? 0
    await buyer.send({ kind: 'choice', message, option: 'when' })
    expect(said(buyer, 'order_card_answer')).toEqual(['两天。'])
    const again = await arrive('en', buyer.token)
    await again.send({ kind: 'choice', message, option: 'when' })
    expect(said(again, 'order_card_answer')).toEqual(['两天。', 'Two days.'])
    const other = await arrive('en')
    await other.send({ kind: 'product', ref: 'P1' })
    expect(said(other, 'order_card_list')).toEqual(['When?'])
  })

  test('the menu is offered, told anew and tapped in each buyer’s language (MNU-05, PUB-10)', async () => {
    const link = (name: LocalText, url = 'https://shop.example/sizes') => ({
      entries: [{ id: 'sizes', on: true, name, gives: { does: 'link', url } }],
    })
    await saved('menu', link('Sizes'))
    const [english, chinese] = [await arrive('en'), await arrive('zh-CN')]
    expect(labels(chinese.menu)).toEqual(['Sizes', '转人工'])
    // A language is added: nothing changes for who reads the other one.
    const desk = (await save('menu', link({ en: 'Sizes', 'zh-CN': '尺码' }))).as(MenuDesk)
    expect(desk.settings.entries[0]?.name).toEqual({ en: 'Sizes', 'zh-CN': '尺码' })
    const told = (buyer: Buyer) =>
      buyer.heard.flatMap((frame) => (frame.type === 'menu' ? [labels(frame.menu)] : []))
    await expect.poll(() => told(chinese)).toContainEqual(['尺码', '转人工'])
    await chinese.send({ kind: 'menu', item: 'sizes' })
    await english.send({ kind: 'menu', item: 'sizes' })
    expect(said(chinese, 'self_menu_reply')).toEqual(['尺码\nhttps://shop.example/sizes'])
    expect(said(english, 'self_menu_reply')).toEqual(['Sizes\nhttps://shop.example/sizes'])
  })
})

test('what is unfit is named with its language, and nothing is saved', async () => {
  expect(await refused('status-replies', away({ 'zh-CN': '好'.repeat(201) }))).toEqual([
    'STATUS_UNFIT',
    'STATUS_TOO_LONG /away/text/zh-CN',
  ])
  const rule = (text: LocalText) => ({ on: true, rules: [{ id: 'one', products: ['P1'], text }] })
  expect(await refused('product-replies', rule({ en: '', 'zh-CN': ' ' }))).toEqual([
    'RULES_UNFIT',
    'TEXT_MISSING /rules/0/text',
  ])
  // A “{{” that would not be filled, in whatever text and language (WEL-07).
  expect(await refused('status-replies', away({ en: 'Soon.', 'zh-CN': '{{store.opens' }))).toEqual([
    'STATUS_UNFIT',
    'STATUS_VARIABLE_UNREADABLE /away/text/zh-CN',
  ])
  const people = await ask(stage, 'POST', '/settings/status-replies/mine', {
    cookie: shop.owner,
    body: { settings: away('Back {{}}'), revision: 0 },
  })
  expect([people.status, people.as(HttpError).problems]).toEqual([
    422,
    [
      {
        ...{ code: 'STATUS_VARIABLE_UNREADABLE', severity: 'error', at: '/away/text' },
        message:
          'A “{{” here begins no readable variable; write {{name}} or {{name|what to say without it}}.',
      },
    ],
  ])
  expect(await refused('product-replies', rule({ 'zh-CN': '{{product.name}' }))).toEqual([
    'RULES_UNFIT',
    'VARIABLE_UNREADABLE /rules/0/text/zh-CN',
  ])
  const asked = { id: 'when', on: true, question: '{{x}}', answer: '{{answer.size}}' }
  expect(await refused('card-list', { lead: '{{', questions: [asked] })).toEqual([
    'RULES_UNFIT',
    'VARIABLE_UNREADABLE /lead',
    'VARIABLE_UNKNOWN /questions/0/question',
    'VARIABLE_UNKNOWN /questions/0/answer',
  ])
  const named = { id: 'sizes', on: true, name: '{{x}}', gives: { does: 'person' } }
  expect(await refused('menu', { entries: [named] })).toEqual([
    'RULES_UNFIT',
    'VARIABLE_UNKNOWN /entries/0/name',
  ])
  for (const text of [{ 'not a language': 'x' }, { en: 1 }, ['x']]) {
    const answer = await save('product-replies', { on: true, rules: [{ id: 'one', products: ['P1'], text }] })
    expect([answer.status, answer.as(HttpError).code]).toEqual([400, 'NOT_UNDERSTOOD'])
  }
  const desk = await ask(stage, 'GET', '/settings/product-replies', { cookie: shop.owner })
  expect(desk.as(REVISED).revision).toBe(0)
})
