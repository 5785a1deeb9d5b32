import { FlowImported, FlowVersionList, SocketTicket } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { issueSetupToken } from '../../packages/server/src/accounts/setup-token.ts'
import { addAccount } from '../protocol/console-stage/add-account.ts'
import { type Answered, ask as askOnce, cookieOf, signInAs } from '../protocol/console-stage/ask.ts'
import { openSocket } from '../protocol/console-stage/console-client.ts'
import { type ConsoleStage, openConsoleStage } from '../protocol/console-stage/open-console-stage.ts'
import { changedFlow } from '../protocol/console-stage/sample-flow.ts'
import { createPostgresDatabase } from './store/test-database.ts'
import { whileBusy } from './while-busy.ts'

/** PostgreSQL runs transactions side by side, where the embedded database runs them one after the other. */
let stage: ConsoleStage
let drop: () => Promise<void>
let cookie: string
beforeAll(async () => {
  const database = await createPostgresDatabase(inject('postgresUrl'))
  drop = database.drop
  stage = await openConsoleStage({ databaseUrl: database.url })
})
afterAll(async () => {
  await stage.close()
  await drop()
})

const ask = (...question: Parameters<typeof askOnce>): Promise<Answered> =>
  whileBusy(
    () => askOnce(...question),
    (outcome) => outcome.status === 'fulfilled' && outcome.value.status === 503,
  )

const eightTimes = <T>(work: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: 8 }, (_, n) => work(n)))

test('of eight who use the set-up link at once, one becomes the owner', async () => {
  const token = await issueSetupToken(stage)
  const answers = await eightTimes((n) =>
    ask(stage, 'POST', '/setup', {
      body: { token, name: 'Mei', email: `mei${n}@harbor.example`, password: 'twelve letters at least' },
    }),
  )
  const won = answers.filter(({ status }) => status === 200)
  expect(won).toHaveLength(1)
  expect(answers.every(({ status }) => [200, 401, 409].includes(status))).toBe(true)
  cookie = cookieOf(won[0]!)
})

test('twenty rounds of eight who publish the same revision at once: one version each', async () => {
  for (let round = 1; round <= 20; round += 1) {
    const file = changedFlow({ name: `Round ${round}` })
    const { revision } = (await ask(stage, 'POST', '/flow/import', { cookie, body: file })).as(FlowImported)
    const answers = await eightTimes(() =>
      ask(stage, 'POST', '/flow/publish', { cookie, body: { revision } }),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)])
  }
  const { versions } = (await ask(stage, 'GET', '/flow/versions', { cookie })).as(FlowVersionList)
  expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, n) => 20 - n))
  expect(versions.filter(({ live }) => live)).toHaveLength(1)
})

test('imports and publications at the same time never publish what was not asked for', async () => {
  for (let round = 1; round <= 20; round += 1) {
    const { revision } = (
      await ask(stage, 'POST', '/flow/import', { cookie, body: changedFlow({ name: `Asked ${round}` }) })
    ).as(FlowImported)
    const [published] = await Promise.all([
      ask(stage, 'POST', '/flow/publish', { cookie, body: { revision } }),
      ask(stage, 'POST', '/flow/import', { cookie, body: changedFlow({ name: `Others ${round}` }) }),
    ])
    const live = await ask(stage, 'GET', '/flow/versions/live', { cookie })
    expect([200, 409]).toContain(published.status)
    expect(live.text.includes(`Asked ${round}`)).toBe(published.status === 200)
    expect(live.text).not.toContain('Others')
  }
})

test('of eight sockets with one ticket, one is let in', async () => {
  const storeId = await stage.addStore('second')
  await addAccount(stage, storeId, { email: 'agent@second.example', role: 'agent' })
  const agent = await signInAs(stage, 'agent@second.example')
  const { ticket } = (await ask(stage, 'POST', '/socket-tickets', { cookie: agent })).as(SocketTicket)
  const clients = await eightTimes(() => openSocket(stage))
  for (const client of clients) client.say({ type: 'hello', ticket })
  const first = await Promise.all(clients.map((client) => client.next()))
  expect(first.filter(({ type }) => type === 'welcome')).toHaveLength(1)
  for (const client of clients) client.leave()
})
