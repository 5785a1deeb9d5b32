import {
  ApiTokenCreated,
  AuditLog,
  ConversationDetail,
  type Message,
  ThreadMessage,
} from '@shopbell/protocol'
import { answerEarlierOnly, countAsReply, PROFILES } from '@shopbell/engine'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { visitorName } from '../../packages/server/src/inbox/visitor-name.ts'
import { messagesBetween } from '../../packages/server/src/store/messages.ts'
import { runAsJournal } from '../../packages/server/src/store/run-as.ts'
import { ask, codeOf, signInAs } from './console-stage/ask.ts'
import { arriveAsBuyer, type Buyer } from './console-stage/buyer.ts'
import { openConsole } from './console-stage/console-client.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import type { StaffedShop } from './console-stage/open-staffed-shop.ts'
import { openTalkingShop } from './console-stage/open-talking-shop.ts'

let stage: ConsoleStage
let shop: StaffedShop
let mei: { readonly cookie: string; readonly accountId: number }
let lin: typeof mei

beforeAll(async () => {
  stage = await openConsoleStage()
  shop = await openTalkingShop(stage)
  mei = await employ('mei')
  lin = await employ('lin')
})
afterAll(() => stage.close())

async function employ(name: string) {
  const { id } = await shop.employ(name, 'agent')
  return { accountId: id, cookie: await signInAs(stage, `${name}@${shop.shop}.example`) }
}

const stored = ({ conversationId: id }: Buyer) =>
  runAsJournal(stage.database, (tx) => messagesBetween(tx, { storeId: shop.storeId, id }, 1, 100, 100))
const detail = async ({ conversation }: Buyer) =>
  (await ask(stage, 'GET', `/conversations/${conversation}`, { cookie: mei.cookie })).as(ConversationDetail)
const reply = (cookie: string, { conversation }: Buyer, body: object) =>
  ask(stage, 'POST', `/conversations/${conversation}/replies`, { cookie, body })
const need = ({ conversation }: Buyer, body: object) =>
  ask(stage, 'POST', `/conversations/${conversation}/needs-answer`, { cookie: mei.cookie, body })

test('each message of a person is stored with the account, and the console names who wrote (ENT-01, CNT-08)', async () => {
  const buyer = await arriveAsBuyer(stage, shop.storeId)
  await buyer.askForPerson()
  await reply(mei.cookie, buyer, { id: 'mei-lane1.1', text: 'Mei here.' })
  await reply(lin.cookie, buyer, { id: 'lin-lane1.1', text: 'Lin, too.', assisted: true })
  const created = await ask(stage, 'POST', '/api-tokens', {
    cookie: shop.owner,
    body: { name: 'crm', scopes: ['conversations:write'] },
  })
  const { token } = created.as(ApiTokenCreated)
  const byProgram = await ask(stage, 'POST', `/conversations/${buyer.conversation}/replies`, {
    apiToken: token,
    body: { id: 'crm-lane1.1', text: 'From our CRM.' },
  })
  expect(byProgram.status).toBe(200)

  const messages = await stored(buyer)
  const ofPeople = messages.filter(({ kind }) => kind === 'human')
  expect(ofPeople.map(({ agentId, assisted }) => [agentId, assisted])).toEqual([
    [mei.accountId, null],
    [lin.accountId, true],
    [expect.any(Number), null],
  ])
  for (const message of ofPeople) expect(countAsReply(message, [])).toBe(true)
  for (const message of messages.filter(({ author }) => author !== 'agent')) {
    expect(message.agentId).toBe(null)
    expect(countAsReply(message, PROFILES.alibaba.counting.autoCounts)).toBe(false)
  }
  const shown = (await detail(buyer)).messages.filter(({ kind }) => kind === 'human')
  expect(shown.map(({ by, assisted }) => [by, assisted])).toEqual([
    ['mei', undefined],
    ['lin', true],
    ['owner', undefined],
  ])
  const [asked] = messages
  expect(asked && ofPeople[0] && answerEarlierOnly(asked, ofPeople[0])).toBe(true)
  for (const message of buyer.shown()) expect(keysOf(message)).toEqual([])
})

/** What only the people of the store may see. */
function keysOf(message: Message): readonly string[] {
  return Object.keys(message).filter((key) =>
    ['by', 'assisted', 'needsAnswer', 'agentId', 'channel'].includes(key),
  )
}

test('thanks need no answer, which an agent may undo, and do of any message (STS-09)', async () => {
  const buyer = await arriveAsBuyer(stage, shop.storeId)
  await buyer.askForPerson()
  await reply(mei.cookie, buyer, { id: 'mei-lane1.2', text: 'It ships today.' })
  const console = await openConsole(stage, lin.cookie)
  console.say({ type: 'watch', conversation: buyer.conversation, after: 0 })
  const thanks = await buyer.say('好的谢谢')
  const live = await console.next((frame) => frame.type === 'message' && frame.message.seq === thanks)
  expect(live).toMatchObject({ message: { needsAnswer: false } })
  const more = await buyer.say('And when does it arrive?')
  console.leave()

  const needs = async () =>
    (await detail(buyer)).messages.flatMap(({ seq, needsAnswer }) =>
      seq === thanks || seq === more ? [needsAnswer] : [],
    )
  expect(await needs()).toEqual([false, true])
  const undone = await need(buyer, { seq: thanks, needsAnswer: true })
  expect(undone.as(ThreadMessage)).toMatchObject({ seq: thanks, needsAnswer: true })
  await need(buyer, { seq: more, needsAnswer: false })
  expect(await needs()).toEqual([true, false])
})

test('only a buyer’s message can need an answer, and only in a conversation of the store', async () => {
  const buyer = await arriveAsBuyer(stage, shop.storeId)
  await buyer.say('Hello')
  await reply(mei.cookie, buyer, { id: 'mei-lane1.3', text: 'Hi' })
  const mine = (await stored(buyer)).find(({ author }) => author === 'agent')
  for (const seq of [mine?.seq, 99])
    expect(codeOf(await need(buyer, { seq, needsAnswer: true }))).toBe('NOT_FOUND')
  const elsewhere = { ...buyer, conversation: 'nobodys' }
  expect(codeOf(await need(elsewhere, { seq: 1, needsAnswer: false }))).toBe('NOT_FOUND')
})

test('who says that a message needs no answer, or one after all, is in the log, once for each change (PRM-07, STS-09)', async () => {
  const buyer = await arriveAsBuyer(stage, shop.storeId)
  const seq = await buyer.say('Just looking.')
  for (const needsAnswer of [false, false, true]) await need(buyer, { seq, needsAnswer })
  const log = (await ask(stage, 'GET', '/audit', { cookie: shop.owner })).as(AuditLog)
  const ofBuyer = log.entries.filter(({ subject }) => subject === visitorName(buyer.conversation))
  expect(ofBuyer.map(({ action, actor }) => [action, actor])).toEqual([
    ['answer_wanted', 'mei'],
    ['answer_not_wanted', 'mei'],
  ])
})
