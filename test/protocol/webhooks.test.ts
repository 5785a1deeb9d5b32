import { AuditLog, HttpError, Webhook, WebhookCreated } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAccount } from './console-stage/add-account.ts'
import { ask, codeOf, signInAs } from './console-stage/ask.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'

// What the routes of webhooks take and refuse; what becomes of deliveries is tried in test/database/webhooks.

let stage: ConsoleStage
let cookie: string
let webhook: Webhook
beforeAll(async () => {
  stage = await openConsoleStage()
  const storeId = await stage.addStore('harbor')
  await addAccount(stage, storeId, { email: 'owner@harbor.example', role: 'owner' })
  cookie = await signInAs(stage, 'owner@harbor.example')
  const body = { url: 'https://receiver.example/', events: ['flow.published'], name: 'Till' }
  webhook = (await ask(stage, 'POST', '/webhooks', { cookie, body })).as(WebhookCreated).webhook
})
afterAll(() => stage.close())

const change = (body: object) => ask(stage, 'PATCH', `/webhooks/${webhook.id}`, { cookie, body })

test('a change leaves what it does not name', async () => {
  expect((await change({ name: 'Warehouse' })).as(Webhook)).toEqual({ ...webhook, name: 'Warehouse' })
  expect((await change({ active: false })).as(Webhook)).toMatchObject({ name: 'Warehouse', active: false })
})

test.for([
  ['nothing', {}, '', 'must not have fewer than 1 properties'],
  ['a secret of one’s own', { secret: 'x' }, '', 'must not have "secret"; leave that out'],
  ['no event', { events: [] }, '/events', 'must not have fewer than 1 items'],
  ['an event that does not exist', { events: ['nope'] }, '/events/0', 'must be one of "message.stored"'],
  [
    'an event twice',
    { events: ['flow.published', 'flow.published'] },
    '/events',
    'must not have duplicate items',
  ],
  ['a name that is none', { name: 5 }, '/name', 'must be string'],
] as const)('a change to %s is refused, and is no line of the log', async ([, body, place, words]) => {
  const lines = async () => {
    const log = await ask(stage, 'GET', '/audit?action=webhook_changed', { cookie })
    return log.as(AuditLog).entries.length
  }
  const before = await lines()
  const { code, status, errors = [] } = (await change(body)).as(HttpError)
  expect([code, status]).toEqual(['NOT_UNDERSTOOD', 400])
  expect(errors[0]).toMatchObject({ in: 'body', pointer: `#${place}` })
  expect(errors[0]?.detail).toContain(words)
  expect(await lines()).toBe(before)
})

test('an address that is not on the public net is refused with what to do', async () => {
  const problem = (await change({ url: 'https://10.0.0.1/' })).as(HttpError)
  expect(problem).toMatchObject({ code: 'WEBHOOK_URL_REFUSED', status: 422 })
  expect(problem.detail).toContain('SHOPBELL_WEBHOOK_ALLOW')
})

test('what another store or nobody has is not found', async () => {
  const body = { name: 'x' }
  expect(codeOf(await ask(stage, 'PATCH', '/webhooks/nobody', { cookie, body }))).toBe('NOT_FOUND')
})
