import {
  Attendance,
  type ConsoleDown,
  ConversationDetail,
  ConversationList,
  HttpError,
} from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runAsStore } from '../../packages/server/src/store/run-as.ts'
import { addAccount } from './console-stage/add-account.ts'
import { ask, codeOf, signInAs } from './console-stage/ask.ts'
import { arriveAsBuyer, type Buyer } from './console-stage/buyer.ts'
import { type ConsoleClient, openConsole } from './console-stage/console-client.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { publishSample } from './console-stage/publish-sample.ts'

// Two people of one shop who answer buyers: Mei and Lin.

let stage: ConsoleStage
let storeId: number
let mei: Agent
let lin: Agent
let stores = 0
const clients: ConsoleClient[] = []

interface Agent {
  readonly id: string
  readonly cookie: string
}

beforeAll(async () => {
  stage = await openConsoleStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  stores += 1
  storeId = await stage.addStore(`shop-${stores}`)
  mei = await signIn('mei')
  lin = await signIn('lin')
  await publishSample(stage, storeId)
  return () => {
    for (const client of clients.splice(0)) client.leave()
  }
})

async function signIn(name: string): Promise<Agent> {
  const email = `${name}@shop-${stores}.example`
  const { publicId } = await addAccount(stage, storeId, { email, role: 'agent' })
  return { id: publicId, cookie: await signInAs(stage, email) }
}
async function open({ cookie }: Agent): Promise<ConsoleClient> {
  const client = await openConsole(stage, cookie)
  clients.push(client)
  return client
}
const handle = ({ cookie }: Agent, { conversation }: Buyer, body: object) =>
  ask(stage, 'POST', `/conversations/${conversation}/handling`, { cookie, body })
const detail = async ({ conversation }: Buyer) =>
  (await ask(stage, 'GET', `/conversations/${conversation}`, { cookie: mei.cookie })).as(ConversationDetail)
const list = async ({ cookie }: Agent, view: string) =>
  (await ask(stage, 'GET', `/conversations?view=${view}`, { cookie })).as(ConversationList).conversations
const set = async ({ cookie }: Agent, body: object) =>
  (await ask(stage, 'POST', '/attendance', { cookie, body })).as(Attendance)

/** A frame that shows the team so, `name: status`. */
const teamIs = (expected: Readonly<Record<string, string>>) => (frame: ConsoleDown) =>
  frame.type === 'team' &&
  JSON.stringify(Object.fromEntries(frame.people.map(({ name, status }) => [name, status]))) ===
    JSON.stringify(expected)

describe('the team', () => {
  test('shows who is online, busy and offline, to everybody and at once', async () => {
    const hers = await open(mei)
    await hers.next(teamIs({ lin: 'offline', mei: 'online' }))
    const his = await open(lin)
    await his.next(teamIs({ lin: 'online', mei: 'online' }))
    await hers.next(teamIs({ lin: 'online', mei: 'online' }))
    await set(lin, { busy: true })
    await hers.next(teamIs({ lin: 'busy', mei: 'online' }))
    await set(lin, { busy: false })
    await hers.next(teamIs({ lin: 'online', mei: 'online' }))
  })

  test('a second tab is told, too, and is nobody else', async () => {
    await open(mei)
    const second = await open(mei)
    await second.next(teamIs({ lin: 'offline', mei: 'online' }))
    expect(stage.presence.people(storeId)).toBe(1)
  })

  test('busy stays over a pause, and shows again', async () => {
    await set(lin, { busy: true })
    const hers = await open(mei)
    await hers.next(teamIs({ lin: 'offline', mei: 'online' }))
    await open(lin)
    await hers.next(teamIs({ lin: 'busy', mei: 'online' }))
  })

  test('buyers are told how many are here', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    expect(buyer.heard).toContainEqual({ type: 'presence', people: 0 })
    await open(mei)
    await open(lin)
    await expect.poll(() => buyer.heard.at(-1)).toEqual({ type: 'presence', people: 2 })
  })

  test('what an account wants to be told by is kept for it alone', async () => {
    const plain = await set(mei, {})
    expect(plain).toMatchObject({ busy: false, notices: { sound: true, desktop: false } })
    expect((await set(mei, { notices: { sound: false } })).notices).toEqual({
      ...plain.notices,
      sound: false,
    })
    expect((await set(lin, {})).notices).toEqual(plain.notices)
  })
})

describe('one conversation and two people', () => {
  test('each sees that the other has it open, writes, and leaves', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.say('Hello')
    const watch = { type: 'watch', conversation: buyer.conversation, after: 0 } as const
    const othersAre =
      (...expected: object[]) =>
      (frame: ConsoleDown) =>
        frame.type === 'others' && JSON.stringify(frame.others) === JSON.stringify(expected)
    const hers = await open(mei)
    const his = await open(lin)
    await his.next(teamIs({ lin: 'online', mei: 'online' }))
    hers.say(watch)
    await hers.next(othersAre())
    his.say(watch)
    await his.next(othersAre({ id: mei.id, name: 'mei', writes: false }))
    await hers.next(othersAre({ id: lin.id, name: 'lin', writes: false }))
    his.say({ type: 'typing' })
    await hers.next(othersAre({ id: lin.id, name: 'lin', writes: true }))
    await expect.poll(() => buyer.heard).toContainEqual({ type: 'typing' })
    his.say({ type: 'watch', conversation: null, after: 0 })
    await hers.next(othersAre())
    // Of oneself, in another window, nobody is told.
    const second = await open(mei)
    second.say(watch)
    await second.next(othersAre())
    expect(hers.heard.filter((frame) => frame.type === 'others').at(-1)).toMatchObject({ others: [] })
  })

  test('of two who take it at once, one has it and the other is told who', async () => {
    for (let round = 0; round < 20; round += 1) {
      const buyer = await arriveAsBuyer(stage, storeId)
      await buyer.askForPerson()
      const take = { action: 'take', from: null }
      const answers = await Promise.all([handle(mei, buyer, take), handle(lin, buyer, take)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const winner = answers[0]!.status === 200 ? { id: mei.id, name: 'mei' } : { id: lin.id, name: 'lin' }
      const refusal = answers.find(({ status }) => status === 409)!.as(HttpError)
      expect(refusal).toMatchObject({ code: 'TAKEN', holder: winner })
      expect((await detail(buyer)).conversation.assignee).toEqual(winner)
      expect(buyer.shown().filter(({ kind }) => kind === 'note')).toHaveLength(2)
    }
  })

  test('it is taken over from a colleague knowingly, given to one, and never to a stranger', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.askForPerson()
    expect((await handle(lin, buyer, { action: 'take', from: null })).status).toBe(200)
    expect(codeOf(await handle(mei, buyer, { action: 'take', from: null }))).toBe('TAKEN')
    expect((await handle(mei, buyer, { action: 'take', from: lin.id })).status).toBe(200)
    expect((await detail(buyer)).conversation.assignee?.name).toBe('mei')
    // Lin looks at an old page on which he has it.
    expect(codeOf(await handle(lin, buyer, { action: 'assign', to: lin.id, from: lin.id }))).toBe('TAKEN')
    expect((await handle(mei, buyer, { action: 'assign', to: lin.id, from: mei.id })).status).toBe(200)
    expect((await detail(buyer)).conversation.assignee?.name).toBe('lin')
    const other = await stage.addStore(`strangers-${stores}`)
    const stranger = await addAccount(stage, other, { email: `eve@shop-${stores}.example`, role: 'agent' })
    for (const to of [stranger.publicId, 'nobody'])
      expect(codeOf(await handle(lin, buyer, { action: 'assign', to }))).toBe('NOT_FOUND')
    expect((await detail(buyer)).conversation.assignee?.name).toBe('lin')
  })

  test('a colleague who helps out with a reply takes it from nobody', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    const reply = ({ cookie }: Agent, n: number) =>
      ask(stage, 'POST', `/conversations/${buyer.conversation}/replies`, {
        cookie,
        body: { id: `helping-lane-${n}.1`, text: 'Let me help' },
      })
    await buyer.askForPerson()
    await reply(mei, 1)
    await reply(lin, 2)
    expect((await detail(buyer)).conversation.assignee?.name).toBe('mei')
    expect(buyer.shown().filter(({ kind }) => kind === 'human')).toHaveLength(2)
  })

  test('closed, it is opened again by who takes it', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.askForPerson()
    await handle(mei, buyer, { action: 'close' })
    await handle(lin, buyer, { action: 'take', from: null })
    expect((await detail(buyer)).conversation).toMatchObject({ handling: 'human', assignee: { name: 'lin' } })
  })

  test('how far the buyer has read is shown to who looks', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    const seq = await buyer.askForPerson()
    const hers = await open(mei)
    hers.say({ type: 'watch', conversation: buyer.conversation, after: 0 })
    await hers.nextOf('message')
    await stage.reception.readByBuyer({ storeId, id: buyer.conversationId }, seq)
    expect(await hers.nextOf('read')).toEqual({ type: 'read', conversation: buyer.conversation, seq })
    expect((await detail(buyer)).buyerReadSeq).toBe(seq)
  })
})

describe('what a person has to follow up', () => {
  test('is what waits, oldest first, then what people have; mine leaves out what colleagues have', async () => {
    const buyers: Buyer[] = []
    for (let n = 0; n < 5; n += 1) {
      const buyer = await arriveAsBuyer(stage, storeId)
      stage.clock.forward(60_000)
      // The third one stays with the robot.
      await (n === 2 ? buyer.enter() : buyer.askForPerson())
      buyers.push(buyer)
    }
    const [first, second, , fourth, fifth] = buyers.map(({ conversation }) => conversation)
    await handle(mei, buyers[0]!, { action: 'take' })
    stage.clock.forward(60_000)
    await handle(lin, buyers[3]!, { action: 'take' })
    const ids = async (agent: Agent, view: string) => (await list(agent, view)).map(({ id }) => id)
    expect(await ids(mei, 'follow')).toEqual([second, fifth, fourth, first])
    expect(await ids(mei, 'mine')).toEqual([second, fifth, first])
    expect(await ids(lin, 'mine')).toEqual([second, fifth, fourth])
  })
})

describe('unread, as the rule book counts', () => {
  const useRuleBook = (profile: string) =>
    runAsStore(stage.database, storeId, (tx) =>
      tx.updateTable('store').set({ profile }).where('id', '=', storeId).execute(),
    )
  async function tapped(): Promise<Buyer> {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.enter()
    const questions = buyer.shown().find(({ content }) => content.kind === 'choices')
    if (questions?.content.kind !== 'choices') throw new Error('No list of questions came.')
    await buyer.send({ kind: 'choice', message: questions.seq, option: questions.content.options[0]!.id })
    return buyer
  }

  test.for([
    ['alibaba', 1, true],
    ['marketplace', 1, true],
    ['pinduoduo', 0, false],
  ] as const)(
    '%s: a tap that the robot answered leaves %d unread (WEL-11, FAQ-14)',
    async ([book, unread, tells]) => {
      const buyer = await tapped()
      await useRuleBook(book)
      expect((await detail(buyer)).conversation.unread).toBe(unread)
      expect((await list(mei, 'all')).map((row) => row.unread)).toEqual([unread])
      expect((await set(mei, {})).robotNotifies).toBe(tells)
    },
  )

  test('whatever the rule book, who waits for a person is unread', async () => {
    const buyer = await tapped()
    await buyer.askForPerson()
    await useRuleBook('pinduoduo')
    expect((await detail(buyer)).conversation.unread).toBeGreaterThan(0)
  })
})
