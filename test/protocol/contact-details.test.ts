import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConversationDetail, ConversationList, WidgetDesk } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../packages/server/src/store/open-database.ts'
import { runAsStore } from '../../packages/server/src/store/run-as.ts'
import { type ConsoleApi, openConsoleApi } from '../conversations/live/console-api.ts'
import { openBuyer } from '../tools/raw-buyer.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

const CONSENT = 'We keep your details until your question is answered.'
const CONTACT = { kind: 'contact', name: 'Mia', email: 'mia@shop.example', consent: CONSENT } as const
/** Where the buyer is, as the proxy says. */
const ADDRESS = '203.0.113.77'

const directory = mkdtempSync(join(tmpdir(), 'shopbell-contact-'))
let shop: Shop
let api: ConsoleApi
beforeAll(async () => {
  shop = await startShop({ environment: { SHOPBELL_DATA: directory, SHOPBELL_TRUST_PROXY: '127.0.0.1' } })
  api = await openConsoleApi(shop.url, shop.setupLink ?? '')
})
afterAll(() => {
  rmSync(directory, { recursive: true, force: true })
})

const arrive = () =>
  openBuyer(shop.url, { headers: { 'x-forwarded-for': ADDRESS, origin: 'https://shop.example' } })

async function offer(on: boolean): Promise<void> {
  const { settings, revision } = await api.ask('GET', 'widget', WidgetDesk)
  const contact = { on, consent: { en: CONSENT, 'zh-CN': '' } }
  const body = JSON.stringify({ settings: { ...settings, contact }, revision })
  await api.ask('POST', 'widget', WidgetDesk, body)
}

test('where the shop does not offer it, details are refused and nothing is stored', async () => {
  const buyer = await arrive()
  expect(await buyer.hello()).not.toHaveProperty('contact')
  expect(await buyer.say('lane-one.1', CONTACT)).toMatchObject({ type: 'refused', code: 'NOT_OFFERED' })
  expect(await buyer.say('lane-one.2', 'Hello')).toMatchObject({ type: 'stored', seq: 1 })
})

test('a shop that offers it says so, in the buyer’s language or the other one', async () => {
  await offer(true)
  expect(await (await arrive()).hello()).toMatchObject({ contact: { consent: CONSENT } })
  expect(await (await arrive()).hello({ locale: 'zh-CN' })).toMatchObject({ contact: { consent: CONSENT } })
})

test.for([
  ['without consent', { kind: 'contact', email: 'mia@shop.example' }, 'ANSWER_UNFIT'],
  ['without a way to answer', { kind: 'contact', name: 'Mia', consent: CONSENT }, 'ANSWER_UNFIT'],
  ['with half an address', { kind: 'contact', email: 'mia@', consent: CONSENT }, 'ANSWER_UNFIT'],
  ['with a field too many', { ...CONTACT, ip: ADDRESS }, 'NOT_UNDERSTOOD'],
  ['with a name too long', { ...CONTACT, name: 'x'.repeat(101) }, 'NOT_UNDERSTOOD'],
  ['with a NUL', { ...CONTACT, name: 'a\0b' }, 'BAD_TEXT'],
] as const)('details %s are refused', async ([, content, code]) => {
  const buyer = await arrive()
  await buyer.hello()
  buyer.send({ type: 'send', id: 'lane-one.1', content })
  expect(await buyer.answer('lane-one.1')).toMatchObject({ type: 'refused', code })
})

test('they are stored once, as a message and as answers, and a person is waited for', async () => {
  const buyer = await arrive()
  await buyer.hello()
  const stored = await buyer.say('lane-one.1', CONTACT)
  expect(stored).toMatchObject({ type: 'stored', seq: 1 })
  await offer(false)
  // Sent again after the shop has stopped offering it: it was stored, and stays so.
  expect(await buyer.say('lane-one.1', CONTACT)).toEqual(stored)
  await offer(true)

  const { conversations } = await api.ask('GET', 'conversations', ConversationList)
  const waiting = conversations.find(({ answers }) => answers === 3)
  const { answers } = await api.ask('GET', `conversations/${waiting?.id ?? ''}`, ConversationDetail)
  expect(waiting?.handling).toBe('waiting')
  expect(answers.map(({ variable, value }) => [variable, value])).toEqual([
    ['contact.consent', CONSENT],
    ['contact.email', 'mia@shop.example'],
    ['contact.name', 'Mia'],
  ])
})

test('no row and no log line holds the address they came from (PRV-03)', async () => {
  await shop.stop()
  expect(shop.log()).not.toContain(ADDRESS)
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const database = await openDatabase({ dataDirectory: directory, log: silent })
  const rows = await runAsStore(database, 1, async (tx) => [
    await tx.selectFrom('conversation').selectAll().execute(),
    await tx.selectFrom('message').selectAll().execute(),
    await tx.selectFrom('answer').selectAll().execute(),
    await tx.selectFrom('journal').selectAll().execute(),
    await tx.selectFrom('shopPage').selectAll().execute(),
  ])
  await database.close()
  expect(rows.map((table) => table.length > 0)).toEqual([true, true, true, true, true])
  expect(JSON.stringify(rows)).toContain('mia@shop.example')
  expect(JSON.stringify(rows)).not.toContain(ADDRESS)
})
