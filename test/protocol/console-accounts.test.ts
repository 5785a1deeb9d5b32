import { ApiTokenCreated, ApiTokenList, SetupState, SignedIn } from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueSetupToken } from '../../packages/server/src/accounts/setup-token.ts'
import { addAccount, PASSWORD } from './console-stage/add-account.ts'
import { ask, codeOf, cookieOf, setCookieOf, signInAs } from './console-stage/ask.ts'
import { disableAccount } from './console-stage/disable-account.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'

const HOUR_MS = 3_600_000
const OWNER = { name: 'Mei', email: 'mei@harbor.example', password: 'twelve letters at least' }

let stage: ConsoleStage
beforeAll(async () => {
  stage = await openConsoleStage()
})
afterAll(() => stage.close())

describe('the first run', () => {
  test('a server without an owner says that it waits to be set up', async () => {
    expect((await ask(stage, 'GET', '/setup')).as(SetupState)).toEqual({ needed: true })
  })

  test('the link’s token creates the owner once, of all who send it at the same time', async () => {
    const old = await issueSetupToken(stage)
    const token = await issueSetupToken(stage)
    expect(codeOf(await ask(stage, 'POST', '/setup', { body: { ...OWNER, token: old } }))).toBe(
      'SETUP_TOKEN_UNKNOWN',
    )

    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        ask(stage, 'POST', '/setup', { body: { ...OWNER, email: `mei${n}@harbor.example`, token } }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401])
    const won = answers.find(({ status }) => status === 200)!
    expect(won.as(SignedIn)).toMatchObject({
      account: { name: 'Mei', role: 'owner' },
      store: { name: 'My shop' },
    })

    const cookie = cookieOf(won)
    expect((await ask(stage, 'GET', '/session', { cookie })).as(SignedIn)).toEqual(won.as(SignedIn))
    expect(codeOf(await ask(stage, 'POST', '/setup', { body: { ...OWNER, token } }))).toBe('SETUP_DONE')
    expect((await ask(stage, 'GET', '/setup')).as(SetupState)).toEqual({ needed: false })
    expect(await issueSetupToken(stage)).toBeNull()
  })

  test.for([
    ['a password of eleven characters', { password: 'eleven char' }],
    ['a password of 1,025 characters', { password: 'a'.repeat(1_025) }],
    ['no e-mail', { email: 'mei' }],
    ['an empty name', { name: '' }],
    ['a key that is not asked for', { role: 'owner' }],
    ['a store of their own choice', { storeId: 2 }],
  ] as const)('refuses %s', async ([, change]) => {
    const answer = await ask(stage, 'POST', '/setup', {
      body: { ...OWNER, token: 'a'.repeat(43), ...change },
    })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'NOT_UNDERSTOOD'])
  })
})

describe('signing in', () => {
  let storeId: number
  beforeAll(async () => {
    storeId = await stage.addStore('harbor')
    await addAccount(stage, storeId, { email: 'owner@harbor.example', role: 'owner' })
    await addAccount(stage, storeId, { email: 'agent@harbor.example', role: 'agent' })
  })

  test('the cookie is for this server alone and for no script', async () => {
    const answer = await ask(stage, 'POST', '/session', {
      body: { email: 'owner@harbor.example', password: PASSWORD },
    })
    expect(setCookieOf(answer.headers)).toMatch(
      /^shopbell-session=[A-Za-z0-9_-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('an e-mail is the same in capitals', async () => {
    expect(await signInAs(stage, 'Owner@Harbor.EXAMPLE')).toMatch(/^shopbell-session=/)
  })

  test('a wrong password and an unknown e-mail get the same answer', async () => {
    const sent = [
      { email: 'owner@harbor.example', password: 'not the password' },
      { email: 'nobody@harbor.example', password: 'not the password' },
    ]
    const [wrong, unknown] = await Promise.all(
      sent.map(async (body) => {
        const { status, text, headers } = await ask(stage, 'POST', '/session', { body })
        return { status, text: text.replace(/"requestId":"[^"]*"/, ''), cookie: headers['set-cookie'] }
      }),
    )
    expect(wrong).toEqual(unknown)
    expect(wrong).toMatchObject({ status: 401, cookie: undefined })
  })

  test('signing in makes a new session and leaves what was planted alone', async () => {
    const planted = 'shopbell-session=planted'
    const answer = await ask(stage, 'POST', '/session', {
      cookie: planted,
      body: { email: 'owner@harbor.example', password: PASSWORD },
    })
    expect(cookieOf(answer)).not.toBe(planted)
    expect((await ask(stage, 'GET', '/session', { cookie: planted })).status).toBe(401)
  })

  test('after signing out the cookie is worth nothing', async () => {
    const cookie = await signInAs(stage, 'agent@harbor.example')
    const out = await ask(stage, 'DELETE', '/session', { cookie })
    expect(out.status).toBe(204)
    expect(setCookieOf(out.headers)).toMatch(/^shopbell-session=;.*Expires=Thu, 01 Jan 1970/)
    expect(codeOf(await ask(stage, 'GET', '/session', { cookie }))).toBe('NOT_SIGNED_IN')
    expect((await ask(stage, 'DELETE', '/session', { cookie })).status).toBe(204)
  })

  test('a session ends after twelve hours without a request, and lives on with one', async () => {
    const [used, unused] = [
      await signInAs(stage, 'owner@harbor.example'),
      await signInAs(stage, 'owner@harbor.example'),
    ]
    stage.clock.forward(11 * HOUR_MS)
    expect((await ask(stage, 'GET', '/settings/reception', { cookie: used })).status).toBe(200)
    stage.clock.forward(HOUR_MS)
    expect((await ask(stage, 'GET', '/session', { cookie: used })).status).toBe(200)
    expect((await ask(stage, 'GET', '/session', { cookie: unused })).status).toBe(401)
  })

  test.for(['/session', '/settings/profile'])(
    'a console that is left alone keeps no session alive: asking %s at midnight is no use of it',
    async (path) => {
      const cookie = await signInAs(stage, 'owner@harbor.example')
      stage.clock.forward(11 * HOUR_MS)
      expect((await ask(stage, 'GET', path, { cookie })).status).toBe(200)
      stage.clock.forward(HOUR_MS)
      expect((await ask(stage, 'GET', path, { cookie })).status).toBe(401)
    },
  )

  test('a session ends seven days after signing in, however busy it was', async () => {
    const cookie = await signInAs(stage, 'owner@harbor.example')
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      stage.clock.forward(6 * HOUR_MS)
      expect((await ask(stage, 'GET', '/settings/reception', { cookie })).status).toBe(200)
    }
    stage.clock.forward(6 * HOUR_MS)
    expect((await ask(stage, 'GET', '/session', { cookie })).status).toBe(401)
  })

  test('guessing is slowed down by address; the owner elsewhere gets in', async () => {
    const body = { email: 'owner@harbor.example', password: 'guess' }
    const answers = []
    for (let n = 0; n < 12; n += 1)
      answers.push(await ask(stage, 'POST', '/session', { body, address: '203.0.113.7' }))
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429])
    expect(answers.at(-1)!.headers['retry-after']).toBe('6')
    const right = { email: 'owner@harbor.example', password: PASSWORD }
    expect((await ask(stage, 'POST', '/session', { body: right, address: '203.0.113.7' })).status).toBe(429)
    expect((await ask(stage, 'POST', '/session', { body: right, address: '198.51.100.9' })).status).toBe(200)
  })

  test('a disabled account is nobody, from the next request on', async () => {
    const email = 'leaver@harbor.example'
    await addAccount(stage, storeId, { email, role: 'admin' })
    const cookie = await signInAs(stage, email)
    const { token } = (
      await ask(stage, 'POST', '/api-tokens', { cookie, body: { name: 'ci', scopes: ['flow:publish'] } })
    ).as(ApiTokenCreated)
    await disableAccount(stage, email)
    expect((await ask(stage, 'GET', '/session', { cookie })).status).toBe(401)
    expect((await ask(stage, 'GET', '/session', { apiToken: token })).status).toBe(401)
    expect(codeOf(await ask(stage, 'POST', '/session', { body: { email, password: PASSWORD } }))).toBe(
      'WRONG_PASSWORD',
    )
  })
})

describe('API tokens', () => {
  let cookie: string
  beforeAll(async () => {
    cookie = await signInAs(stage, 'owner@harbor.example')
  })

  test('a token is shown once, works until it is taken back, and says when it was used', async () => {
    const made = (
      await ask(stage, 'POST', '/api-tokens', { cookie, body: { name: 'ci', scopes: ['flow:publish'] } })
    ).as(ApiTokenCreated)
    expect(made.token).toMatch(/^sbk_[A-Za-z0-9_-]{43}$/)
    const { token, ...rest } = made
    expect((await ask(stage, 'GET', '/api-tokens', { cookie })).as(ApiTokenList)).toEqual({ tokens: [rest] })

    expect((await ask(stage, 'GET', '/session', { apiToken: token })).as(SignedIn).account.email).toBe(
      'owner@harbor.example',
    )
    const used = (await ask(stage, 'GET', '/api-tokens', { cookie })).as(ApiTokenList).tokens[0]
    expect(used).toEqual({ ...rest, lastUsedAt: stage.clock.now() })

    expect((await ask(stage, 'DELETE', `/api-tokens/${made.id}`, { cookie })).status).toBe(204)
    expect((await ask(stage, 'GET', '/session', { apiToken: token })).status).toBe(401)
    expect((await ask(stage, 'DELETE', `/api-tokens/${made.id}`, { cookie })).status).toBe(404)
  })

  test('a token acts without a browser: no origin is asked for', async () => {
    const { token } = (
      await ask(stage, 'POST', '/api-tokens', { cookie, body: { name: 'ci', scopes: ['flow:publish'] } })
    ).as(ApiTokenCreated)
    expect(
      (await ask(stage, 'POST', '/flow/publish', { apiToken: token, body: { revision: 1 } })).status,
    ).toBe(404)
  })

  test('a token cannot make tokens, and opens no sockets', async () => {
    const { token } = (
      await ask(stage, 'POST', '/api-tokens', { cookie, body: { name: 'ci', scopes: ['flow:publish'] } })
    ).as(ApiTokenCreated)
    expect(
      (
        await ask(stage, 'POST', '/api-tokens', {
          apiToken: token,
          body: { name: 'more', scopes: ['flow:publish'] },
        })
      ).status,
    ).toBe(403)
    expect((await ask(stage, 'GET', '/api-tokens', { apiToken: token })).status).toBe(403)
    expect((await ask(stage, 'POST', '/socket-tickets', { apiToken: token })).status).toBe(403)
  })

  test.for([
    ['an unknown token', 'sbk_unknown'],
    ['no token', ''],
    ['half a token', 'sbk_'],
  ] as const)('%s is nobody, even beside a good cookie', async ([, apiToken]) => {
    const headers = { authorization: `Bearer ${apiToken}` }
    expect((await ask(stage, 'GET', '/session', { cookie, headers })).status).toBe(401)
  })
})

describe('under https', () => {
  beforeAll(() => stage.moveTo('https://console.test'))

  test('the cookie is bound to the host and to https', async () => {
    const body = { email: 'owner@harbor.example', password: PASSWORD }
    const answer = await ask(stage, 'POST', '/session', { body })
    expect(setCookieOf(answer.headers)).toMatch(
      /^__Host-shopbell-session=[A-Za-z0-9_-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const cookie = cookieOf(answer)
    expect((await ask(stage, 'GET', '/session', { cookie })).status).toBe(200)
    const underTheInsecureName = cookie.replace('__Host-', '')
    expect((await ask(stage, 'GET', '/session', { cookie: underTheInsecureName })).status).toBe(401)
  })
})
