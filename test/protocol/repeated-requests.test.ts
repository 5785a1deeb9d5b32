import { ApiTokenCreated, AuditLog, HttpError, TOKEN_SCOPES } from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepFor } from '../../packages/server/src/accounts/keep-answer.ts'
import { newPublicId } from '../../packages/server/src/accounts/public-id.ts'
import { beginRequest, forgetOldAnswers } from '../../packages/server/src/accounts/repeated-requests.ts'
import { importFlow as importFile } from '../../packages/server/src/publishing/import-flow.ts'
import { addAccount } from './console-stage/add-account.ts'
import { asOperator } from './console-stage/as-operator.ts'
import { type Answered, ask, type Asking, codeOf, type Method, signInAs } from './console-stage/ask.ts'
import { arriveAsBuyer } from './console-stage/buyer.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { SAMPLE_FLOW } from './console-stage/sample-flow.ts'

// A request with an Idempotency-Key is done once (docs/http-conventions.md). Importing a flow shows it: each time is a line of the log.

const DAY_MS = 86_400_000

let stage: ConsoleStage
let storeId: number
let accountId: number
let apiToken: string
beforeAll(async () => {
  stage = await openConsoleStage()
  storeId = await stage.addStore('harbor')
  accountId = (await addAccount(stage, storeId, { email: 'owner@harbor.example', role: 'owner' })).id
  await addAccount(stage, storeId, { email: 'admin@harbor.example', role: 'admin' })
  apiToken = await newToken('owner@harbor.example')
})
afterAll(() => stage.close())

async function newToken(email: string): Promise<string> {
  const asked = { cookie: await signInAs(stage, email), body: { name: 'ci', scopes: TOKEN_SCOPES } }
  return (await ask(stage, 'POST', '/api-tokens', asked)).as(ApiTokenCreated).token
}

type Sent = Omit<Asking, 'headers'> & { readonly key: string }

function send(method: Method, path: string, { key, ...asking }: Sent): Promise<Answered> {
  const by = asking.cookie === undefined && asking.apiToken === undefined ? { apiToken } : {}
  return ask(stage, method, path, { ...by, ...asking, headers: { 'idempotency-key': key } })
}

const importFlow = (key: string, asking: Partial<Sent> = {}) =>
  send('POST', '/flow/import', { key, body: SAMPLE_FLOW, ...asking })

/** How often a flow was imported. */
async function imports(): Promise<number> {
  const cookie = await signInAs(stage, 'owner@harbor.example')
  const log = await ask(stage, 'GET', '/audit?action=flow_imported', { cookie })
  return log.as(AuditLog).entries.length
}

const isAgain = ({ headers }: Answered) => headers['idempotency-replayed'] === 'true'

describe('the same request', () => {
  test('gets the same answer, and is done once', async () => {
    const before = await imports()
    const key = newPublicId()
    const first = await importFlow(key)
    const second = await importFlow(key)
    expect([first.status, isAgain(first)]).toEqual([200, false])
    expect([second.status, second.text, isAgain(second)]).toEqual([200, first.text, true])
    expect(second.headers['content-type']).toBe(first.headers['content-type'])
    expect(await imports()).toBe(before + 1)
    await importFlow(newPublicId())
    expect(await imports()).toBe(before + 2)
  })

  test('twenty times at once is done once; the others wait for its answer', async () => {
    const before = await imports()
    const key = newPublicId()
    const answers = await Promise.all(Array.from({ length: 20 }, () => importFlow(key)))
    const busy = answers.filter(({ status }) => status === 409)
    for (const answer of busy) {
      expect(answer.as(HttpError)).toMatchObject({ code: 'IDEMPOTENCY_BUSY', retryAfterMs: 1_000 })
      expect(answer.headers['retry-after']).toBe('1')
    }
    const done = answers.filter(({ status }) => status === 200)
    expect(done.length + busy.length).toBe(20)
    expect(done.filter((answer) => !isAgain(answer))).toHaveLength(1)
    expect(await imports()).toBe(before + 1)
    expect((await importFlow(key)).text).toBe(done[0]?.text)
  })

  test('by the browser of the same account is the same', async () => {
    const key = newPublicId()
    await importFlow(key)
    const cookie = await signInAs(stage, 'owner@harbor.example')
    expect(isAgain(await importFlow(key, { cookie }))).toBe(true)
  })

  test('by somebody else is another', async () => {
    const [key, other] = [newPublicId(), await newToken('admin@harbor.example')]
    await importFlow(key)
    expect(isAgain(await importFlow(key, { apiToken: other }))).toBe(false)
  })

  test('is refused again where it was refused, as problem details', async () => {
    const asked = { key: newPublicId(), body: { revision: 999_999 } }
    const first = await send('POST', '/flow/publish', asked)
    const second = await send('POST', '/flow/publish', asked)
    expect([first.status, codeOf(first), isAgain(first)]).toEqual([409, 'DRAFT_MOVED', false])
    expect([second.text, isAgain(second)]).toEqual([first.text, true])
    expect(second.headers['content-type']).toBe('application/problem+json')
  })

  test('is done again after a day, when the answer is forgotten', async () => {
    const key = newPublicId()
    await importFlow(key)
    stage.clock.forward(DAY_MS - 1)
    expect(isAgain(await importFlow(key))).toBe(true)
    stage.clock.forward(1)
    const before = await imports()
    expect(isAgain(await importFlow(key))).toBe(false)
    expect(await imports()).toBe(before + 1)
    stage.clock.forward(DAY_MS)
    expect(await forgetOldAnswers(stage)).toBeGreaterThan(0)
    expect(await kept()).toEqual([])
  })
})

test.for([
  ['another body', 'POST', '/flow/import', `${SAMPLE_FLOW} `],
  ['another address', 'POST', '/flow/import?dryRun=true', SAMPLE_FLOW],
  ['another method', 'DELETE', '/products?ref=none', undefined],
] as const)('the key with %s is refused, and nothing is done', async ([, method, path, body]) => {
  const key = newPublicId()
  await importFlow(key)
  const before = await imports()
  const answer = await send(method, path, { key, ...(body === undefined ? {} : { body }) })
  expect([answer.status, codeOf(answer)]).toEqual([409, 'IDEMPOTENCY_REUSED'])
  expect(await imports()).toBe(before)
})

test.for(['', ' ', 'two words', 'käse', 'a'.repeat(129)])('“%s” is no key', async (key) => {
  const answer = await importFlow(key)
  expect(answer.as(HttpError)).toMatchObject({
    code: 'NOT_UNDERSTOOD',
    errors: [{ in: 'header', pointer: '#/idempotency-key' }],
  })
})

describe('what fails on our side', () => {
  test('is done when it comes again', async () => {
    const key = newPublicId()
    await rename('flow_draft', 'flow_draft_away')
    const failed = await importFlow(key)
    await rename('flow_draft_away', 'flow_draft')
    expect([failed.status, isAgain(failed)]).toEqual([500, false])
    const before = await imports()
    const again = await importFlow(key)
    expect([again.status, isAgain(again)]).toEqual([200, false])
    expect(await imports()).toBe(before + 1)
  })

  test('because its server is gone is taken over after a minute', async () => {
    const key = newPublicId()
    const asked = { method: 'POST', url: '/api/v1/flow/import', about: null, body: SAMPLE_FLOW }
    const actor = await asOwner()
    expect(await beginRequest(stage, actor, { key, ...asked })).toMatchObject({ claim: {} })
    expect(codeOf(await importFlow(key))).toBe('IDEMPOTENCY_BUSY')
    stage.clock.forward(60_000)
    const answer = await importFlow(key)
    expect([answer.status, isAgain(answer)]).toEqual([200, false])
  })
})

describe('between doing and keeping', () => {
  test('there is no moment: a server that dies with its transaction committed has kept the answer', async () => {
    const key = newPublicId()
    const asked = { method: 'POST', url: '/api/v1/flow/import', about: null, body: SAMPLE_FLOW }
    const actor = await asOwner()
    const begun = await beginRequest(stage, actor, { key, ...asked })
    if (!('claim' in begun)) throw new Error('Nobody else has this key.')
    const by = { ...actor, keep: keepFor(begun.claim, asJson) }
    const done = await importFile(stage, by, { source: SAMPLE_FLOW, save: true })
    // The server is gone; whoever is asked next knows what it would have said.
    stage.clock.forward(60_000)
    const before = await imports()
    const answer = await importFlow(key)
    expect([answer.status, isAgain(answer), JSON.parse(answer.text)]).toEqual([200, true, done])
    expect(await imports()).toBe(before)
  })

  test('nothing is done by who seemed to be gone, and was taken over from', async () => {
    const key = newPublicId()
    const asked = { method: 'POST', url: '/api/v1/flow/import', about: null, body: SAMPLE_FLOW }
    const actor = await asOwner()
    const begun = await beginRequest(stage, actor, { key, ...asked })
    if (!('claim' in begun)) throw new Error('Nobody else has this key.')
    stage.clock.forward(60_000)
    const answer = await importFlow(key)
    const before = await imports()
    const by = { ...actor, keep: keepFor(begun.claim, asJson) }
    const late = importFile(stage, by, { source: SAMPLE_FLOW, save: true })
    await expect(late).rejects.toThrow('somebody else’s')
    expect(await imports()).toBe(before)
    expect((await importFlow(key)).text).toBe(answer.text)
  })
})

test('what does not fit its route is not kept: mended, it is done under the same key', async () => {
  const key = newPublicId()
  const put = (order: object) => send('PUT', '/orders', { key, body: { orders: [order] } })
  expect(codeOf(await put({ ref: '1' }))).toBe('NOT_UNDERSTOOD')
  const order = { ref: '1', buyer: 'b', title: 'Cups', state: 'paid', lines: [], orderedAt: 1 }
  expect((await put(order)).status).toBe(200)
})

test('where answers hold secrets or sign in, a key is refused', async () => {
  const cookie = await signInAs(stage, 'owner@harbor.example')
  const body = { name: 'ci', scopes: ['flow:read'] }
  const made = await send('POST', '/api-tokens', { key: newPublicId(), cookie, body })
  expect([made.status, codeOf(made)]).toEqual([400, 'IDEMPOTENCY_NOT_OFFERED'])
  const session = { email: 'owner@harbor.example', password: 'x' }
  const signed = await ask(stage, 'POST', '/session', { body: session, headers: { 'idempotency-key': 'a' } })
  expect(codeOf(signed)).toBe('IDEMPOTENCY_NOT_OFFERED')
})

test('reading has no use for a key', async () => {
  const key = newPublicId()
  expect([
    (await send('GET', '/session', { key })).status,
    (await send('GET', '/store', { key })).status,
  ]).toEqual([200, 200])
})

test('erasing a buyer takes along what was answered about them; erasing twice is erasing once (PRV-02)', async () => {
  const buyer = await arriveAsBuyer(stage, storeId)
  await buyer.askForPerson()
  const take = { key: newPublicId(), body: { action: 'take' } }
  const at = `/conversations/${buyer.conversation}`
  expect((await send('POST', `${at}/handling`, take)).text).toContain(buyer.conversation)
  const answersOf = async () =>
    (await kept()).filter(({ answer }) => answer?.includes(buyer.conversation) === true)
  expect(await answersOf()).toHaveLength(1)

  const key = newPublicId()
  expect((await send('DELETE', at, { key })).status).toBe(204)
  expect(await answersOf()).toEqual([])
  const again = await send('DELETE', at, { key })
  expect([again.status, isAgain(again)]).toEqual([204, true])
})

function kept() {
  return asOperator(stage, (tx) => tx.selectFrom('keptAnswer').selectAll().execute())
}

const asJson = (answer: object | null) => ({
  ...{ status: 200, mediaType: 'application/json; charset=utf-8' },
  answer: JSON.stringify(answer),
})

function rename(from: string, to: string) {
  return asOperator(stage, (tx) => tx.schema.alterTable(from).renameTo(to).execute())
}

async function asOwner() {
  const { personId, publicId, name, role } = await asOperator(stage, (tx) =>
    tx.selectFrom('account').selectAll().where('id', '=', accountId).executeTakeFirstOrThrow(),
  )
  const by = { kind: 'api_token', tokenId: 0, scopes: [] } as const
  return { storeId, accountId, personId, publicId, name, email: '', role, by }
}
