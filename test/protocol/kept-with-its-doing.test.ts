import { FlowImported, Published, WebhookCreated } from '@shopbell/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPublicId } from '../../packages/server/src/accounts/public-id.ts'
import { addAccount } from './console-stage/add-account.ts'
import { asOperator } from './console-stage/as-operator.ts'
import { type Answered, ask, signInAs } from './console-stage/ask.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { changedFlow, SAMPLE_FLOW } from './console-stage/sample-flow.ts'

// Where doing it twice would show, the answer to a request with a key is kept by the transaction that does it, and no crash comes
// between the two (docs/http-conventions.md, “Sending again”). PostgreSQL notes of each row which transaction wrote it last: `xmin`.

let stage: ConsoleStage
let cookie: string
beforeAll(async () => {
  stage = await openConsoleStage()
  const storeId = await stage.addStore('harbor')
  await addAccount(stage, storeId, { email: 'owner@harbor.example', role: 'owner' })
  cookie = await signInAs(stage, 'owner@harbor.example')
})
afterAll(() => stage.close())

function post(path: string, body: unknown, key?: string): Promise<Answered> {
  const headers = key === undefined ? {} : { 'idempotency-key': key }
  return ask(stage, 'POST', path, { cookie, body, headers })
}

const imported = async (file: string) => (await post('/flow/import', file)).as(FlowImported).revision

async function published(file: string): Promise<number> {
  const answer = await post('/flow/publish', { revision: await imported(file) })
  return answer.as(Published).version.version
}

/** What it does, and the table whose newest row it writes. */
const DOINGS = [
  ['importing a flow', 'audit', async () => ({ path: '/flow/import', body: SAMPLE_FLOW })],
  [
    'publishing',
    'audit',
    async () => ({ path: '/flow/publish', body: { revision: await imported(SAMPLE_FLOW) } }),
  ],
  [
    'bringing a version back',
    'audit',
    async () => {
      const version = await published(SAMPLE_FLOW)
      await published(changedFlow({ id: 'another-reception' }))
      return { path: `/flow/versions/${String(version)}/restore`, body: {} }
    },
  ],
  [
    'testing a webhook',
    'webhook_delivery',
    async () => {
      const asked = { url: 'https://receiver.example/', events: ['flow.published'] }
      const { id } = (await post('/webhooks', asked)).as(WebhookCreated).webhook
      return { path: `/webhooks/${id}/test`, body: {} }
    },
  ],
] as const

test.for(DOINGS)('%s keeps its answer in the transaction of what it does', async ([, table, prepare]) => {
  const { path, body } = await prepare()
  const key = newPublicId()
  const first = await post(path, body, key)
  expect([first.status, first.text]).toEqual([200, expect.any(String)])
  const { rows } = await asOperator(stage, (tx) =>
    sql<{ together: boolean }>`
      select kept.xmin = (select xmin from ${sql.table(table)} order by id desc limit 1) as together
      from kept_answer kept where request_key = ${key}`.execute(tx),
  )
  expect(rows).toEqual([{ together: true }])

  const second = await post(path, body, key)
  expect([second.status, second.text, second.headers['idempotency-replayed']]).toEqual([
    200,
    first.text,
    'true',
  ])
  expect(second.headers['content-type']).toBe(first.headers['content-type'])
})
