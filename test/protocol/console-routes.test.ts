import { ApiTokenCreated, FlowImported, HttpError, People, Published } from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAccount } from './console-stage/add-account.ts'
import { ask, type Answered, type Method, signInAs } from './console-stage/ask.ts'
import { arriveAsBuyer } from './console-stage/buyer.ts'
import { readDoc, section, tableRows } from '../unit/docs/table-rows.ts'
import { asOperator } from './console-stage/as-operator.ts'
import { disableAccount } from './console-stage/disable-account.ts'
import { openConsole } from './console-stage/console-client.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { type Actor, ACTORS, ROUTE_TABLE, type RouteRow } from './console-stage/route-table.ts'
import { SAMPLE_FLOW } from './console-stage/sample-flow.ts'

/** Another one, that is erased. */
let erased: string
let stage: ConsoleStage
let conversation: string
let agent: string
const cookies = new Map<Actor, string>()
let program: string
const answered: Answered[] = []

beforeAll(async () => {
  stage = await openConsoleStage()
  const harbor = await stage.addStore('harbor')
  await addAccount(stage, harbor, { email: 'owner@harbor.example', role: 'owner' })
  agent = (await addAccount(stage, harbor, { email: 'agent@harbor.example', role: 'agent' })).publicId
  await addAccount(stage, harbor, { email: 'leaver@harbor.example', role: 'admin' })
  await addAccount(stage, await stage.addStore('other'), { email: 'owner@other.example', role: 'owner' })
  cookies.set('agent', await signInAs(stage, 'agent@harbor.example'))
  cookies.set('owner', await signInAs(stage, 'owner@harbor.example'))
  cookies.set('stranger', await signInAs(stage, 'owner@other.example'))
  cookies.set('leaver', await signInAs(stage, 'leaver@harbor.example'))
  await disableAccount(stage, 'leaver@harbor.example')

  const owner = { cookie: cookies.get('owner')! }
  program = (await ask(stage, 'POST', '/api-tokens', { ...owner, body: { name: 'ci' } })).as(
    ApiTokenCreated,
  ).token
  const imported = (await ask(stage, 'POST', '/flow/import', { ...owner, body: SAMPLE_FLOW })).as(
    FlowImported,
  )
  const published = await ask(stage, 'POST', '/flow/publish', {
    ...owner,
    body: { revision: imported.revision },
  })
  published.as(Published)
  const buyer = await arriveAsBuyer(stage, harbor)
  await buyer.say('hello')
  conversation = buyer.conversation
  const goner = await arriveAsBuyer(stage, harbor)
  await goner.say('hello')
  erased = goner.conversation
})
afterAll(() => stage.close())

test('the protocol’s page has every route of the flow, and none that does not exist', () => {
  const documented = tableRows(section(readDoc('protocol.md'), '## The flow, over HTTP')).map(
    ([route]) => route,
  )
  const flow = ROUTE_TABLE.map(({ route }) => route).filter((route) => route.includes(' /flow'))
  expect(documented.sort()).toEqual(flow.sort())
})

test('the page on accounts has every route of people, stores and sessions', () => {
  const documented = tableRows(section(readDoc('accounts.md'), '## Routes')).map(([route]) => route)
  const ours = / \/(setup|session|stores?|accounts?|invitations|password-resets|audit)\b/
  const routes = ROUTE_TABLE.map(({ route }) => route).filter((route) => ours.test(route))
  expect(documented.sort()).toEqual(routes.sort())
})

test('the page on accounts has every route of people, stores and sessions', () => {
  const documented = tableRows(section(readDoc('accounts.md'), '## Routes')).map(([route]) => route)
  const beyond = / \/(flow|conversations|api-tokens|socket-tickets)/
  expect(documented.sort()).toEqual(
    ROUTE_TABLE.map(({ route }) => route)
      .filter((route) => !beyond.test(route))
      .sort(),
  )
})

test('every route has its row', () => {
  const rows = ROUTE_TABLE.map(({ route }) => route.replace(' ', ' /api/v1')).sort()
  expect(stage.routes.filter((route) => route.includes(' /api/')).sort()).toEqual(rows)
})

async function askAs(actor: Actor, { route, path, body }: RouteRow): Promise<Answered> {
  const [method = '', template = ''] = route.split(' ')
  const token = `${actor}-has-none`
  const filled = (path ?? template)
    .replace(':token', route.startsWith('DELETE') && actor === 'owner' ? await newToken() : token)
    .replace(':account', agent)
    .replace(':invited', route.startsWith('DELETE') && actor === 'owner' ? await newInvitation() : token)
    .replace(':id', conversation)
    .replace(':erased', erased)
    .replace(':version', '1')
  const cookie = cookies.get(actor)
  const credentials = actor === 'program' ? { apiToken: program } : cookie === undefined ? {} : { cookie }
  // From an address of its own each time: guessing is limited by address, which has its own test.
  const address = `10.7.${answered.length >> 8}.${answered.length & 255}`
  const sent = body === undefined ? {} : { body }
  return ask(stage, method as Method, filled, { ...credentials, ...sent, address })
}

async function newInvitation(): Promise<string> {
  const cookie = cookies.get('owner')!
  await ask(stage, 'POST', '/invitations', { cookie, body: { email: 'short@harbor.example', role: 'agent' } })
  const { invitations } = (await ask(stage, 'GET', '/accounts', { cookie })).as(People)
  return invitations.find(({ email }) => email === 'short@harbor.example')!.id
}

async function newToken(): Promise<string> {
  const made = await ask(stage, 'POST', '/api-tokens', {
    cookie: cookies.get('owner')!,
    body: { name: 'short' },
  })
  return made.as(ApiTokenCreated).id
}

describe.for(ROUTE_TABLE)('$route', (row) => {
  test.for(ACTORS.map((actor, place) => [actor, row.answers[place]!] as const))(
    '%s gets %i',
    async ([actor, status]) => {
      const answer = await askAs(actor, row)
      answered.push(answer)
      expect(answer.status, answer.text).toBe(status)
      if (status >= 400) expect(answer.as(HttpError).code).not.toBe('')
    },
  )
})

describe('addresses that nothing has', () => {
  test.for([
    '/conversations/no-such-conversation',
    '/conversations/%00',
    '/conversations/%',
    '/conversations/%ff',
    '/conversations/..%2f..%2fflow',
    `/conversations/${'a'.repeat(65)}`,
    '/conversations/1%20or%201=1',
    '/flow/versions/0',
    '/flow/versions/-1',
    '/flow/versions/1e3',
    '/flow/versions/999',
    '/flow/versions/constructor',
    '/no-such-thing',
  ])('%s is not found', async (path) => {
    const cookie = await signInAs(stage, 'owner@harbor.example')
    const answer = await ask(stage, 'GET', path, { cookie })
    expect([answer.status, answer.as(HttpError).code]).toEqual([404, 'NOT_FOUND'])
  })
})

describe('the bodies of', () => {
  const owner = () => signInAs(stage, 'owner@harbor.example')
  const bodies = ROUTE_TABLE.filter(({ body }) => typeof body === 'object')
  const cases = bodies.flatMap((row) =>
    ['storeId', 'role', 'id2', 'constructor'].map((key) => [row.route, key, row] as const),
  )

  test.for(cases)('%s have no key %s', async ([, key, { route, body }]) => {
    const [method = '', template = ''] = route.split(' ')
    const path = template.replace(':id', conversation).replace(':version', '1')
    const answer = await ask(stage, method as Method, path, {
      cookie: await owner(),
      body: { ...(body as object), [key]: 1 },
    })
    expect([answer.status, answer.as(HttpError).code]).toEqual([400, 'NOT_UNDERSTOOD'])
  })

  test.for([
    ['__proto__', '{"name":"x","__proto__":{"role":"owner"}}'],
    ['no JSON', '{"name":'],
    ['a text', '"name"'],
    ['a list', '[{"name":"x"}]'],
    ['a number for a text', '{"name":1}'],
  ] as const)('a token are refused with %s', async ([, body]) => {
    const answer = await ask(stage, 'POST', '/api-tokens', { cookie: await owner(), body })
    expect([answer.status, answer.as(HttpError).code]).toEqual([400, 'NOT_UNDERSTOOD'])
  })

  test.for([
    ['a NUL', String.raw`{"name":"a\u0000b"}`],
    ['half a surrogate pair', String.raw`{"name":"a\ud83d"}`],
  ] as const)('a token are refused with %s', async ([, body]) => {
    const answer = await ask(stage, 'POST', '/api-tokens', { cookie: await owner(), body })
    expect([answer.status, answer.as(HttpError).code]).toEqual([400, 'BAD_TEXT'])
  })

  test('more than a megabyte are too big', async () => {
    const answer = await ask(stage, 'POST', '/api-tokens', {
      cookie: await owner(),
      body: { name: 'a'.repeat(1_048_577) },
    })
    expect([answer.status, answer.as(HttpError).code]).toEqual([413, 'TOO_BIG'])
  })
})

test('no answer, no frame and no log line holds a hash or a secret of the database', async () => {
  const rows = await asOperator(stage, async (tx) => [
    ...(await tx.selectFrom('person').select('passwordHash as secret').execute()),
    ...(await tx.selectFrom('accountSession').select('tokenHash as secret').execute()),
    ...(await tx.selectFrom('apiToken').select('tokenHash as secret').execute()),
    ...(await tx.selectFrom('socketTicket').select('ticketHash as secret').execute()),
    ...(await tx.selectFrom('invitation').select('tokenHash as secret').execute()),
    ...(await tx.selectFrom('passwordReset').select('tokenHash as secret').execute()),
    ...(await tx.selectFrom('conversation').select('tokenHash as secret').execute()),
  ])
  const kept = rows.map(({ secret }) => secret)
  const sent = [program, ...cookies.values()].map((secret) => secret.split('=').at(-1)!)
  expect(kept.length).toBeGreaterThan(8)
  const said = [...answered.map(({ text }) => text), ...(await framesOfAConsole()), stage.logged()].join('\n')
  expect([...kept, ...sent].filter((secret) => said.includes(secret))).toEqual([])
})

/** What a console's socket hears of a conversation in which everything happens. */
async function framesOfAConsole(): Promise<readonly string[]> {
  const cookie = await signInAs(stage, 'owner@harbor.example')
  const client = await openConsole(stage, cookie)
  client.say({ type: 'watch', conversation, after: 0 })
  await client.nextOf('answers')
  await ask(stage, 'POST', `/conversations/${conversation}/handling`, { cookie, body: { action: 'close' } })
  await client.nextOf('conversation')
  client.leave()
  return client.heard.map((frame) => JSON.stringify(frame))
}
