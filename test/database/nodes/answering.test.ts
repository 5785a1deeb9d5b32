import { type ConsoleDown, ConversationDetail, HttpError, type Message } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Value } from 'typebox/value'
import { openDatabase } from '../../../packages/server/src/store/open-database.ts'
import { runAsJournal } from '../../../packages/server/src/store/run-as.ts'
import { findStoreByPublicId } from '../../../packages/server/src/store/stores.ts'
import { addAccount, PASSWORD } from '../../protocol/console-stage/add-account.ts'
import { openBuyer, type RawBuyer } from '../../tools/raw-buyer.ts'
import { startServerProcess, type ServerProcess } from '../../tools/server-process.ts'
import { startShop, type Shop } from '../../tools/start-shop.ts'
import { createPostgresDatabase, SILENT } from '../store/test-database.ts'
import { openConsole, post } from './node-stage.ts'

// Mei on one server, Lin on another that will be killed, and buyers who want one of them.

let here: Shop
let doomed: ServerProcess
let drop: () => Promise<void>
let mei: Signed
let lin: Signed

interface Signed {
  readonly url: string
  readonly cookie: string
}

beforeAll(async () => {
  const database = await createPostgresDatabase(inject('postgresUrl'))
  drop = database.drop
  const environment = { DATABASE_URL: database.url, SHOPBELL_DEMO: 'on' }
  here = await startShop({ environment })
  await addPeople(database.url)
  doomed = await startServerProcess({ ...environment, PORT: '0' })
  mei = await signIn(here.url, 'mei')
  lin = await signIn(doomed.url, 'lin')
})
afterAll(async () => {
  await doomed.kill()
  await here.stop()
  await drop()
})

async function addPeople(databaseUrl: string): Promise<void> {
  const database = await openDatabase({ databaseUrl, dataDirectory: '', log: SILENT })
  const store = await runAsJournal(database, (tx) => findStoreByPublicId(tx, 'demo'))
  const parts = { database, clock: { now: Date.now, forward: () => undefined } }
  for (const name of ['mei', 'lin'])
    await addAccount(parts, store?.id ?? 0, { email: `${name}@shop.test`, role: 'agent' })
  await database.close()
}

async function signIn(url: string, name: string): Promise<Signed> {
  const answer = await post(url, 'session', { email: `${name}@shop.test`, password: PASSWORD })
  if (!answer.ok) throw new Error(await answer.text())
  return { url, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

const act = ({ url, cookie }: Signed, id: string, what: string, body: object) =>
  post(url, `conversations/${id}/${what}`, body, cookie)

async function detail({ url, cookie }: Signed, id: string) {
  const answer = await fetch(`${url}/api/v1/conversations/${id}`, { headers: { cookie } })
  return Value.Parse(ConversationDetail, await answer.json())
}

async function arrive({ url }: Signed): Promise<RawBuyer & { readonly id: string }> {
  const buyer = await openBuyer(url)
  const { conversation } = await buyer.hello()
  buyer.send({ type: 'enter', entry: 'product' })
  await buyer.next('message', ({ kind }) => kind === 'smart_question')
  return { ...buyer, id: conversation }
}

/** Says it again for as long as others are faster. */
async function store(buyer: RawBuyer, id: string, text: string): Promise<void> {
  for (;;) {
    const answer = await buyer.say(id, text)
    if (answer.type === 'stored') return
    expect(['RETRY', 'BUSY']).toContain(answer.code)
  }
}

const statusOf = (name: string) => (frame: ConsoleDown) =>
  frame.type === 'team' ? frame.people.find((person) => person.name === name)?.status : undefined

test('of two who take a conversation on two servers at once, one has it and the other is told who', async () => {
  for (let round = 0; round < 10; round += 1) {
    const buyer = await arrive(round % 2 === 0 ? mei : lin)
    await store(buyer, 'claim-lane.1', 'I want to talk to a person about a special lid')
    const answers = await Promise.all(
      [mei, lin].map((agent) => act(agent, buyer.id, 'handling', { action: 'take', from: null })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const name = answers[0]?.status === 200 ? 'mei' : 'lin'
    const refused = answers.find(({ status }) => status === 409)
    expect(Value.Parse(HttpError, await refused?.json())).toMatchObject({ code: 'TAKEN', holder: { name } })
    expect((await detail(mei, buyer.id)).conversation.assignee?.name).toBe(name)
  }
})

test('the moment a person has written the robot says nothing more, whatever was under way on the other server', async () => {
  for (let round = 0; round < 15; round += 1) {
    const buyer = await arrive(round % 2 === 0 ? mei : lin)
    const agent = round % 3 === 0 ? mei : lin
    const words = ['MOQ?', '750 ml', '3000', 'Samples?']
    // The buyer talks to the robot, and in the middle of it a person replies.
    const talking = (async () => {
      for (const [n, text] of words.entries()) await store(buyer, `talking-lane.${String(n + 1)}`, text)
    })()
    const reply = { id: `reply-lane-${String(round)}.1`, text: 'Ann here, I take it from here.' }
    const replying = (async () => {
      for (;;) {
        const answer = await act(agent, buyer.id, 'replies', reply)
        if (answer.ok) return
        expect([429, 503]).toContain(answer.status)
      }
    })()
    await Promise.all([talking, replying])
    const { messages, timers } = await detail(mei, buyer.id)
    expect(robotAfterPerson(messages)).toEqual([])
    expect(messages.filter(({ author }) => author === 'agent')).toHaveLength(1)
    expect(timers).toEqual([])
  }
})

test('an agent whose server was killed is offline after the grace', async () => {
  const before = await openConsole(here, mei.cookie)
  const hers = await openConsole({ ...here, url: doomed.url }, lin.cookie)
  await before.hears((frame) => statusOf('lin')(frame) === 'online')
  before.leave()
  // This one has never seen her offline.
  const console = await openConsole(here, mei.cookie)
  const first = await console.hears(({ type }) => type === 'team')
  expect(statusOf('lin')(first)).toBe('online')
  await doomed.kill()
  await console.hears((frame) => statusOf('lin')(frame) === 'offline')
  console.leave()
  hers.leave()
}, 120_000)

/** What the robot said by itself after the first words of a person; its answers to taps of a held list may still come. */
function robotAfterPerson(messages: readonly Message[]): readonly Message[] {
  const joined = messages.findIndex(({ author }) => author === 'agent')
  return messages.slice(joined + 1).filter(({ author }) => author === 'robot')
}
