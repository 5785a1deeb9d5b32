import {
  ClosingPhrases,
  HttpError,
  settingDesk,
  StatusDesk,
  type StatusReplies,
  type StatusReplySetting,
} from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { journalOf } from '../../packages/server/src/store/journal.ts'
import { runAsJournal, runAsStore } from '../../packages/server/src/store/run-as.ts'
import { dueTimers } from '../../packages/server/src/store/timers.ts'
import { ask, codeOf, signInAs } from './console-stage/ask.ts'
import { arriveAsBuyer, type Buyer } from './console-stage/buyer.ts'
import { openConsole } from './console-stage/console-client.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import type { StaffedShop } from './console-stage/open-staffed-shop.ts'
import { openTalkingShop } from './console-stage/open-talking-shop.ts'

const AT = '/settings/status-replies'
const PHRASES = '/settings/closing-phrases'
const OFF: StatusReplySetting = { on: false, text: '', delaySeconds: 0 }
const on = (text: string, delaySeconds = 0): StatusReplySetting => ({ on: true, text, delaySeconds })

let stage: ConsoleStage
beforeAll(async () => {
  stage = await openConsoleStage()
})
afterAll(() => stage.close())

const read = async (cookie: string) => (await ask(stage, 'GET', AT, { cookie })).as(StatusDesk)
const post = (cookie: string, body: unknown, path = AT) => ask(stage, 'POST', path, { cookie, body })
const replies = (some: Partial<StatusReplies>): StatusReplies => ({
  ...{ first: OFF, busy: OFF, closing: OFF, away: OFF },
  ...some,
})

async function save(cookie: string, some: Partial<StatusReplies>): Promise<void> {
  const { revision } = (await read(cookie)).store
  expect((await post(cookie, { settings: replies(some), revision })).status).toBe(200)
}

interface Agent {
  readonly cookie: string
  readonly leave: () => void
}

/** A shop with the sample's flow in which one agent has the console open. */
async function openShop(some: Partial<StatusReplies>) {
  const shop = await openTalkingShop(stage)
  await save(shop.owner, some)
  return { shop, agent: await come(shop, 'mei') }
}

async function come({ shop, employ }: StaffedShop, name: string): Promise<Agent> {
  await employ(name, 'agent')
  const cookie = await signInAs(stage, `${name}@${shop}.example`)
  const console = await openConsole(stage, cookie)
  await console.nextOf('team')
  return { cookie, leave: console.leave }
}

const take = ({ cookie }: Agent, { conversation }: Buyer) =>
  ask(stage, 'POST', `/conversations/${conversation}/handling`, { cookie, body: { action: 'take' } })
const reply = ({ cookie }: Agent, { conversation }: Buyer, id: string, text: string) =>
  ask(stage, 'POST', `/conversations/${conversation}/replies`, { cookie, body: { id, text } })
const setBusy = ({ cookie }: Agent, busy: boolean) =>
  ask(stage, 'POST', '/attendance', { cookie, body: { busy } })

const robotSaid = (buyer: Buyer, ...kinds: readonly string[]) =>
  buyer
    .shown()
    .flatMap(({ kind, content }) =>
      kinds.includes(kind) && content.kind === 'text' ? [`${kind}: ${content.text}`] : [],
    )
const STATUS = ['status_first', 'status_busy', 'status_closing', 'away'] as const

async function fireDue(): Promise<void> {
  const due = await runAsJournal(stage.database, (tx) => dueTimers(tx, stage.clock.now(), 100))
  for (const timer of due) await stage.reception.fireTimer(timer)
}

describe('a buyer who writes to a person', () => {
  test('gets one reply to the first message, of the person who has the conversation (STS-01, STS-05)', async () => {
    const { shop, agent } = await openShop({ first: on('The shop reads it.') })
    await shop.employ('lin', 'agent')
    const lin = await come(shop, 'wu')
    const own = { settings: replies({ first: on('Wu reads it, {{buyer.name|dear buyer}}.') }), revision: 0 }
    expect((await post(lin.cookie, own, `${AT}/mine`)).status).toBe(200)
    const [first, second] = [
      await arriveAsBuyer(stage, shop.storeId),
      await arriveAsBuyer(stage, shop.storeId),
    ]
    for (const buyer of [first, second]) await buyer.askForPerson()
    await take(agent, first)
    await take(lin, second)
    await first.say('Hello?')
    await first.say('Are you there?')
    await second.say('Hello?')
    expect(robotSaid(first, ...STATUS)).toEqual(['status_first: The shop reads it.'])
    expect(robotSaid(second, ...STATUS)).toEqual(['status_first: Wu reads it, dear buyer.'])
  })

  test('hears that the person is busy as soon as they are, and no more when they are not (STS-02, STS-06)', async () => {
    const { shop, agent } = await openShop({ busy: on('In a meeting.') })
    const buyer = await arriveAsBuyer(stage, shop.storeId)
    await buyer.askForPerson()
    await take(agent, buyer)
    await buyer.say('Hello?')
    expect(robotSaid(buyer, ...STATUS)).toEqual([])
    await setBusy(agent, true)
    await buyer.say('Hello?')
    await buyer.say('Hello?')
    expect(robotSaid(buyer, ...STATUS)).toEqual(['status_busy: In a meeting.'])
    await setBusy(agent, false)
    stage.clock.forward(600_000)
    await buyer.say('Hello?')
    expect(robotSaid(buyer, ...STATUS)).toHaveLength(1)
  })

  test('gets the closing reply to “好的谢谢”, once, and by the store’s own list (STS-03, STS-07)', async () => {
    const { shop, agent } = await openShop({ closing: on('Any time!') })
    const buyer = await arriveAsBuyer(stage, shop.storeId)
    await reply(agent, buyer, 'mei-lane1.1', 'It ships today.')
    await buyer.say('好的,那什么时候到?')
    await reply(agent, buyer, 'mei-lane1.2', 'On Friday.')
    await buyer.say('好的谢谢')
    await buyer.say('👍')
    expect(robotSaid(buyer, ...STATUS)).toEqual(['status_closing: Any time!'])
    expect(buyer.shown().at(-2)).toMatchObject({ kind: 'status_closing' })

    const list = { settings: { phrases: ['ta'] }, revision: 0 }
    expect((await post(shop.owner, list, PHRASES)).status).toBe(200)
    const other = await arriveAsBuyer(stage, shop.storeId)
    await reply(agent, other, 'mei-lane1.3', 'It ships today.')
    await other.say('thanks')
    expect(robotSaid(other, ...STATUS)).toEqual([])
    await reply(agent, other, 'mei-lane1.4', 'Anything else?')
    await other.say('Ta!')
    expect(robotSaid(other, ...STATUS)).toEqual(['status_closing: Any time!'])
  })

  test('hears that nobody is there, and the step keeps the reason (STS-10)', async () => {
    const { shop, agent } = await openShop({ away: on('Back {{store.opens|soon}}.') })
    agent.leave()
    await expect
      .poll(() => {
        // However late the server sees that the socket is gone, its grace passes.
        stage.clock.forward(30_000)
        return stage.presence.people(shop.storeId)
      })
      .toBe(0)
    const buyer = await arriveAsBuyer(stage, shop.storeId)
    await buyer.askForPerson()
    expect(robotSaid(buyer, ...STATUS)).toEqual(['away: Back soon.'])
    await buyer.askForPerson()
    expect(robotSaid(buyer, ...STATUS)).toHaveLength(1)
    const steps = await runAsStore(stage.database, shop.storeId, (tx) =>
      journalOf(tx, { storeId: shop.storeId, id: buyer.conversationId }),
    )
    const last = { code: 'STATUS_SENT_LATELY', because: { kind: 'away' } }
    expect(steps.at(-1)?.refusals).toEqual([last])
  })
})

describe('a reply that waits (STS-11)', () => {
  test('is sent when nobody was faster, and not where somebody typed', async () => {
    const { shop, agent } = await openShop({ first: on('Reading it.', 30) })
    const [patient, lucky] = [
      await arriveAsBuyer(stage, shop.storeId),
      await arriveAsBuyer(stage, shop.storeId),
    ]
    for (const buyer of [patient, lucky]) {
      await buyer.askForPerson()
      await take(agent, buyer)
      await buyer.say('Hello?')
    }
    const console = await openConsole(stage, agent.cookie)
    console.say({ type: 'watch', conversation: lucky.conversation, after: 0 })
    await console.nextOf('message')
    console.say({ type: 'typing' })
    await expect.poll(() => lucky.heard.some(({ type }) => type === 'typing')).toBe(true)
    await stage.reception.settled()
    stage.clock.forward(30_000)
    await fireDue()
    await expect.poll(() => robotSaid(patient, ...STATUS)).toEqual(['status_first: Reading it.'])
    expect(robotSaid(lucky, ...STATUS)).toEqual([])
    console.leave()
  })
})

describe('the settings', () => {
  test('an agent sees and changes their own; the owner everybody’s (PRM-04)', async () => {
    const { shop, agent } = await openShop({})
    const desk = await read(agent.cookie)
    expect(desk).toMatchObject({ keeper: false, answerMax: 200, accounts: [{ self: true, settings: null }] })
    const id = desk.accounts[0]?.id ?? ''
    const body = { settings: replies({ busy: on('Busy.') }), revision: 0 }
    expect(codeOf(await post(agent.cookie, body))).toBe('FORBIDDEN')
    const saved = (await post(shop.owner, body, `${AT}/accounts/${id}`)).as(StatusDesk)
    expect(saved.accounts.find((one) => one.id === id)).toMatchObject({ revision: 1, changedBy: 'owner' })
    expect(codeOf(await post(agent.cookie, body, `${AT}/mine`))).toBe('SETTINGS_MOVED')
    const follows = await post(agent.cookie, { settings: null, revision: 1 }, `${AT}/mine`)
    expect(follows.as(StatusDesk).accounts[0]).toMatchObject({ settings: null, revision: 2 })
  })

  test('what is unfit is named with its place, and nothing is saved', async () => {
    const { shop } = await openShop({})
    const settings = replies({ busy: on(' '), closing: on('好'.repeat(201)), away: on('{{x}}') })
    const answer = await post(shop.owner, { settings, revision: 1 })
    expect([answer.status, codeOf(answer)]).toEqual([422, 'STATUS_UNFIT'])
    expect((answer.as(HttpError).problems ?? []).map(({ code, at }) => `${code} ${at}`)).toEqual([
      'STATUS_EMPTY /busy/text',
      'STATUS_TOO_LONG /closing/text',
      'STATUS_VARIABLE_UNKNOWN /away/text',
    ])
    const phrases = await post(shop.owner, { settings: { phrases: ['ta', '👍'] }, revision: 0 }, PHRASES)
    expect([phrases.status, codeOf(phrases)]).toEqual([422, 'PHRASES_UNFIT'])
    expect(phrases.as(HttpError).problems).toMatchObject([{ code: 'PHRASE_EMPTY', at: '/phrases/1' }])
    const desk = (await ask(stage, 'GET', PHRASES, { cookie: shop.owner })).as(settingDesk(ClosingPhrases))
    expect(desk).toEqual({ settings: { phrases: null }, revision: 0, mayChange: true })
  })
})
