import { type ApiTokenCreated, type SecretLink, SocketTicket } from '@shopbell/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueSetupToken } from '../../../packages/server/src/accounts/setup-token.ts'
import { postponeLetter, putLetter } from '../../../packages/server/src/store/letters.ts'
import { newPublicId } from '../../../packages/server/src/accounts/public-id.ts'
import { newSecret, secretHash } from '../../../packages/server/src/accounts/secret.ts'
import { putInvitation } from '../../../packages/server/src/store/invitations.ts'
import { putPasswordReset } from '../../../packages/server/src/store/password-resets.ts'
import { runAsEntrance, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { openBuyer } from '../../tools/raw-buyer.ts'
import { PASSWORD } from '../console-stage/add-account.ts'
import { asOperator } from '../console-stage/as-operator.ts'
import { ask } from '../console-stage/ask.ts'
import { openSocket } from '../console-stage/console-client.ts'
import { ASKERS, hasAccount } from './askers.ts'
import { askFor } from './ask-row.ts'
import { COLUMNS, columnsOfSchema, looksSecret, NO_SECRETS, SECRET_COLUMNS } from './columns.ts'
import { ROUTE_ROWS } from './route-rows.ts'
import { credentialsOf, openWorld, type World } from './world.ts'

// The canary crawl (reliability: A4, A5, A13): whatever the server says to anybody, and whatever it writes down, is read and searched
// for every secret that the database keeps, and for every secret that was ever sent.

test('every column of the database is known as secret or open', () => {
  const known = Object.entries(COLUMNS).flatMap(([table, { secret = [], open }]) =>
    [...secret, ...open].map((column) => `${table}.${column}`),
  )
  expect(known.sort()).toEqual([...columnsOfSchema()].sort())
})

test('no column that is called like a secret is open without a reason', () => {
  const open = Object.entries(COLUMNS).flatMap(([table, columns]) =>
    columns.open.map((column) => `${table}.${column}`),
  )
  expect(open.filter(looksSecret).sort()).toEqual(Object.keys(NO_SECRETS).sort())
})

let world: World
/** All that was said to anybody, as text, with who heard it. */
const said: { readonly to: string; readonly text: string }[] = []
/** Secrets as people and browsers hold them: none may be written down. */
const held = new Set<string>([PASSWORD])

/** Every route as everybody, on a machine with other things to do. */
const CRAWL_WITHIN_MS = 600_000

beforeAll(async () => {
  world = await openWorld()
  const setupToken = await issueSetupToken(world.stage)
  if (setupToken !== null) held.add(setupToken)
  await asOperator(world.stage, (tx) =>
    sql`insert into setup_token (token_hash, created_at) values (${'5e70'.repeat(16)}, 1) on conflict do nothing`.execute(
      tx,
    ),
  )
  await leaveALetter()
  await leaveLinks()
  for (const asker of ASKERS) {
    const { cookie, apiToken } = credentialsOf(world, asker)
    for (const secret of [cookie?.split('=')[1], apiToken]) if (secret !== undefined) held.add(secret)
  }
  await readRoutes()
  await readConsoles()
  await readBuyers()
  await sayThingsWrong()
}, CRAWL_WITHIN_MS)
afterAll(() => world.close())

/** A letter that was tried: the store's admins see that it did not arrive, and nobody what is in it. */
async function leaveALetter(): Promise<void> {
  const { stage, storeIds } = world
  const made = { forStore: storeIds.alder, recipient: 'new@alder.example', subject: 'Join us', at: 1 }
  const words = 'canary-link-in-a-letter'
  await runAsEntrance(stage.database, async (tx) => {
    await putLetter(tx, { ...made, words })
    const { id } = await tx.selectFrom('letter').select('id').executeTakeFirstOrThrow()
    await postponeLetter(tx, id, { nextAt: 2, reason: 'server_away' })
  })
}

/** An invitation and a link for a new password. */
async function leaveLinks(): Promise<void> {
  const { stage, storeIds, accountIds } = world
  const [invited, reset] = [newSecret(), newSecret()]
  held.add(invited).add(reset)
  const storeId = storeIds.alder
  const until = { madeAt: stage.clock.now(), expiresAt: stage.clock.now() + 86_400_000 }
  await runAsStore(stage.database, storeId, (tx) =>
    putInvitation(tx, {
      ...until,
      storeId,
      publicId: newPublicId(),
      email: 'new@alder.example',
      role: 'agent',
      madeBy: accountIds.owner,
      tokenHash: secretHash(invited),
    }),
  )
  await runAsEntrance(stage.database, async (tx) => {
    const { id } = await tx.selectFrom('person').select('id').executeTakeFirstOrThrow()
    const { madeAt: at, expiresAt } = until
    await putPasswordReset(tx, { personId: id, tokenHash: secretHash(reset), at, expiresAt })
  })
}

/** Every route as everybody; what it gives away on purpose is a secret from then on. */
async function readRoutes(): Promise<void> {
  for (const row of ROUTE_ROWS)
    for (const asker of ASKERS)
      for (const id of ['own', 'foreign'] as const) {
        const answer = await askFor(world, row, asker, { id })
        const { 'set-cookie': cookies, ...headers } = answer.headers
        for (const secret of givenIn(row.route, answer.status, answer.text)) held.add(secret)
        for (const cookie of [cookies].flat()) held.add(/=([^;]{20,})/.exec(String(cookie))?.[1] ?? PASSWORD)
        said.push({
          to: `${asker} at ${row.route}`,
          text: withoutGiven(row.route, answer.text) + JSON.stringify(headers),
        })
      }
}

/** The answers that show a new secret, once, to who asked for it. */
function givenIn(route: string, status: number, text: string): readonly string[] {
  if (status !== 200) return []
  if (route === 'POST /api/v1/api-tokens') return [(JSON.parse(text) as ApiTokenCreated).token]
  if (route.endsWith('/password-reset') || route === 'POST /api/v1/invitations')
    return [new URL((JSON.parse(text) as SecretLink).link).hash.replace('#token=', '')]
  if (route === 'POST /api/v1/socket-tickets') return [(JSON.parse(text) as SocketTicket).ticket]
  return []
}

/** Where the secret of a webhook is shown. It is kept as it is, because what is sent is signed with it: only these may say it. */
const MAKE_WEBHOOK_SECRETS = ['POST /api/v1/webhooks', 'POST /api/v1/webhooks/:id/secret']

function withoutGiven(route: string, text: string): string {
  const given = text.replace(/"(token|ticket|link)":"[^"]*"/, '')
  return MAKE_WEBHOOK_SECRETS.includes(route) ? given.replace(/"secret":"[^"]*"/, '') : given
}

/** Every frame a console gets, of each role, of a conversation in which something happens. */
async function readConsoles(): Promise<void> {
  for (const asker of ASKERS.filter(hasAccount)) {
    const cookie = world.cookieOf(asker)
    const { ticket } = (await ask(world.stage, 'POST', '/socket-tickets', { cookie })).as(SocketTicket)
    held.add(ticket)
    const client = await openSocket(world.stage)
    client.say({ type: 'hello', ticket })
    await client.nextOf('welcome')
    client.say({ type: 'draft', watch: true })
    await client.nextOf('draft')
    client.say({ type: 'watch', conversation: world.buyers.buyer.conversation, after: 0 })
    if (asker === 'other admin') await client.nextOf('refused')
    else await client.nextOf('answers')
    client.sayRaw(`{"type":"hello","ticket":"${ticket}","and":"${PASSWORD}"}`)
    await client.nextOf('refused')
    said.push({ to: `the console of ${asker}`, text: JSON.stringify(client.heard) })
    client.leave()
  }
}

/** Every frame a buyer gets. Their own token comes back in their own welcome, and nowhere else. */
async function readBuyers(): Promise<void> {
  for (const name of ['buyer', 'other buyer'] as const) {
    const { token } = world.buyers[name]
    const buyer = await openBuyer(world.stage.url(), { store: 'alder' })
    await buyer.hello({ token })
    buyer.send({ type: 'range', from: 1, to: 500 })
    buyer.send({ type: 'enter', entry: 'store_home' })
    await buyer.say('canary-lane.1', 'What do you know of me?')
    buyer.send(`{"type":"hello","token":"${token}","and":"${PASSWORD}"}`)
    await buyer.next('refused')
    const [welcome, ...others] = buyer.frames
    said.push({ to: `the ${name}`, text: JSON.stringify([{ ...welcome, token: '' }, ...others]) })
    buyer.drop()
  }
}

/** Secrets at the wrong place: in an address, a query, a body that does not fit, a header nobody reads. */
async function sayThingsWrong(): Promise<void> {
  const cookie = world.cookieOf('owner')
  const secret = cookie.split('=')[1] ?? ''
  const tries = [
    await ask(world.stage, 'GET', `/session?token=${secret}`, { cookie }),
    await ask(world.stage, 'POST', '/session', {
      body: { email: 'x@alder.example', password: PASSWORD, as: secret },
    }),
    await ask(world.stage, 'POST', '/session', { body: `{"password":"${PASSWORD}"` }),
    await ask(world.stage, 'GET', '/session', {
      headers: { authorization: `Basic ${secret}`, 'x-token': secret },
    }),
    await ask(world.stage, 'POST', '/setup', { body: { token: secret } }),
  ]
  for (const { text } of tries) said.push({ to: 'somebody clumsy', text })
}

test.for(SECRET_COLUMNS)('what %s.%s keeps leaves the server nowhere', async ([table, column]) => {
  const { rows } = await asOperator(world.stage, (tx) =>
    sql<{
      secret: string | null
    }>`select ${sql.ref(column)}::text as secret from ${sql.table(table)}`.execute(tx),
  )
  const kept = rows.flatMap(({ secret }) => (secret === null || secret === '' ? [] : [secret]))
  expect(kept.length, 'the world has none of these; make one').toBeGreaterThan(0)
  const heard = said.filter(({ text }) => kept.some((secret) => text.includes(secret)))
  expect(heard.map(({ to }) => to)).toEqual([])
  expect(kept.filter((secret) => world.stage.logged().includes(secret))).toEqual([])
})

test('no secret that anybody holds is said to anybody else, or written into the log', () => {
  expect(held.size).toBeGreaterThan(20)
  const heard = said.filter(({ text }) => [...held].some((secret) => text.includes(secret)))
  expect(heard.map(({ to }) => to)).toEqual([])
  expect([...held].filter((secret) => world.stage.logged().includes(secret))).toEqual([])
  expect(world.stage.logged()).toContain('"path":"/api/v1/session"')
})

test('the database keeps no secret as people hold it', async () => {
  const { rows } = await asOperator(world.stage, (tx) =>
    sql<{
      name: string
    }>`select table_name as name from information_schema.tables where table_schema = 'public'`.execute(tx),
  )
  for (const { name } of rows) {
    const dump = await asOperator(world.stage, (tx) =>
      sql<{ row: string }>`select row_to_json(one)::text as row from ${sql.table(name)} as one`.execute(tx),
    )
    const text = dump.rows.map(({ row }) => row).join('\n')
    expect([name, [...held].filter((secret) => text.includes(secret))]).toEqual([name, []])
  }
})
