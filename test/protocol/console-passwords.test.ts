import { AuditLog, MySessions, SecretLink } from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Mail } from '../../packages/server/src/accounts/send-mail.ts'
import { addAccount, alsoEmploy, PASSWORD } from './console-stage/add-account.ts'
import { ask, codeOf, cookieOf, signInAs } from './console-stage/ask.ts'
import { openConsole } from './console-stage/console-client.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { askAsNobody, openStaffedShop, type StaffedShop, tokenOf } from './console-stage/open-staffed-shop.ts'

const HOUR_MS = 3_600_000
const CHOSEN = 'chosen by the new one'
const letters: Mail[] = []
let stage: ConsoleStage
let shop: StaffedShop['shop']
let owner: StaffedShop['owner']
let employ: StaffedShop['employ']
let invite: StaffedShop['invite']
let people: StaffedShop['people']

beforeAll(async () => {
  stage = await openConsoleStage({ sendMail: async (mail) => void letters.push(mail) })
})
afterAll(() => stage.close())
beforeEach(async () => {
  letters.length = 0
  ;({ shop, owner, employ, invite, people } = await openStaffedShop(stage))
})

const anyone = (path: string, body: unknown) => askAsNobody(stage, path, body)

describe('a new password', () => {
  const use = (link: string, password = CHOSEN) =>
    anyone('/password-resets/use', { token: tokenOf(link), password })

  test('by a colleague’s link: once, within an hour, and everybody else is signed out', async () => {
    const agent = await employ('agent', 'agent')
    const cookie = await signInAs(stage, `agent@${shop}.example`)
    const make = () => ask(stage, 'POST', `/accounts/${agent.publicId}/password-reset`, { cookie: owner })
    const old = (await make()).as(SecretLink)
    const { link } = (await make()).as(SecretLink)
    expect(codeOf(await use(old.link))).toBe('LINK_UNKNOWN')
    expect((await use(link, 'short')).status).toBe(400)
    expect((await use(link)).status).toBe(204)
    expect(codeOf(await use(link))).toBe('LINK_UNKNOWN')
    expect((await ask(stage, 'GET', '/session', { cookie })).status).toBe(401)
    const email = `agent@${shop}.example`
    expect((await anyone('/session', { email, password: CHOSEN })).status).toBe(200)

    const late = (await make()).as(SecretLink)
    stage.clock.forward(HOUR_MS)
    expect(codeOf(await use(late.link))).toBe('LINK_UNKNOWN')
  })

  test('is no way into somebody’s other store, nor to who is above', async () => {
    const agent = await employ('agent', 'agent')
    const elsewhere = await stage.addStore(`${shop}-elsewhere`)
    await alsoEmploy(stage, elsewhere, { email: `agent@${shop}.example`, role: 'agent' })
    const made = await ask(stage, 'POST', `/accounts/${agent.publicId}/password-reset`, { cookie: owner })
    expect(codeOf(made)).toBe('PERSON_ELSEWHERE')

    await employ('boss', 'admin')
    const admin = await signInAs(stage, `boss@${shop}.example`)
    const main = (await people()).accounts.find(({ role }) => role === 'owner')!
    const raised = await ask(stage, 'POST', `/accounts/${main.id}/password-reset`, { cookie: admin })
    expect(codeOf(raised)).toBe('RANK_TOO_LOW')
  })

  test('asked for by mail comes to who exists, and the answer says nothing of it', async () => {
    const answers = [
      await anyone('/password-resets', { email: `OWNER@${shop}.example` }),
      await anyone('/password-resets', { email: `nobody@${shop}.example` }),
    ]
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [200, '{"mails":true}'],
      [200, '{"mails":true}'],
    ])
    await expect.poll(() => letters).toMatchObject([{ to: `owner@${shop}.example` }])
    const [link] = /http\S+/.exec(letters[0]!.text) ?? []
    expect((await use(link!)).status).toBe(204)
    expect(letters).toHaveLength(1)
  })

  test('of one’s own asks for the old one and signs out the other browsers', async () => {
    const other = await signInAs(stage, `owner@${shop}.example`)
    const change = (current: string) =>
      ask(stage, 'POST', '/account/password', { cookie: owner, body: { current, password: CHOSEN } })
    expect(codeOf(await change('not the password'))).toBe('PASSWORD_DIFFERS')
    expect((await change(PASSWORD)).status).toBe(204)
    expect((await ask(stage, 'GET', '/session', { cookie: owner })).status).toBe(200)
    expect((await ask(stage, 'GET', '/session', { cookie: other })).status).toBe(401)
  })
})

describe('one’s own browsers', () => {
  test('are listed over all stores, and ended one by one or all but this', async () => {
    const elsewhere = await stage.addStore(`${shop}-elsewhere`)
    await alsoEmploy(stage, elsewhere, { email: `owner@${shop}.example`, role: 'agent' })
    const other = await signInAs(stage, `owner@${shop}.example`)
    const body = { store: `${shop}-elsewhere` }
    const moved = cookieOf(await ask(stage, 'POST', '/session/store', { cookie: other, body }))
    const list = async () =>
      (await ask(stage, 'GET', '/account/sessions', { cookie: owner })).as(MySessions).sessions
    const sessions = await list()
    expect(sessions.map(({ store, here }) => [store, here])).toEqual(
      expect.arrayContaining([
        [`Shop ${shop}`, true],
        [`Shop ${shop}-elsewhere`, false],
      ]),
    )
    expect(sessions[0]).toMatchObject({ browser: 'lightMyRequest', address: expect.any(String) })

    const away = sessions.find(({ here }) => !here)!
    const socket = await openConsole(stage, moved)
    const end = () => ask(stage, 'DELETE', `/account/sessions/${away.id}`, { cookie: owner })
    expect((await end()).status).toBe(204)
    expect((await socket.closed).code).toBe(4401)
    expect((await end()).status).toBe(404)

    const more = await signInAs(stage, `owner@${shop}.example`)
    expect((await ask(stage, 'DELETE', '/account/sessions', { cookie: owner })).status).toBe(204)
    expect((await ask(stage, 'GET', '/session', { cookie: more })).status).toBe(401)
    expect(await list()).toHaveLength(1)
  })

  test('somebody else’s browser looks like none', async () => {
    await employ('agent', 'agent')
    const agent = await signInAs(stage, `agent@${shop}.example`)
    const [theirs] = (await ask(stage, 'GET', '/account/sessions', { cookie: owner })).as(MySessions).sessions
    const answer = await ask(stage, 'DELETE', `/account/sessions/${theirs!.id}`, { cookie: agent })
    expect(answer.status).toBe(404)
  })
})

describe('the log', () => {
  const read = async (query = '') =>
    (await ask(stage, 'GET', `/audit${query}`, { cookie: owner })).as(AuditLog)

  test('tells who did what, newest first, filtered and in pages', async () => {
    const agent = await employ('agent', 'agent')
    await ask(stage, 'POST', `/accounts/${agent.publicId}`, {
      cookie: owner,
      body: { role: 'service_admin' },
    })
    await invite('late@people.example')
    await anyone('/session', { email: `owner@${shop}.example`, password: 'not the password' })
    await expect
      .poll(async () => (await read()).entries.map(({ action }) => action))
      .toEqual(['sign_in_failed', 'invited', 'role_changed', 'signed_in'])
    expect((await read('?action=role_changed')).entries).toMatchObject([
      {
        actor: 'owner',
        subject: `agent <agent@${shop}.example>`,
        details: { from: 'agent', to: 'service_admin' },
      },
    ])
    for (let n = 0; n < 50; n += 1)
      await ask(stage, 'POST', '/account', { cookie: owner, body: { name: `Mei ${n}` } })
    const first = await read()
    expect(first.entries).toHaveLength(50)
    const second = await read(`?before=${first.next}`)
    expect(second.entries).toHaveLength(4)
    expect(second.next).toBeUndefined()
  })

  test('has addresses for seven days', async () => {
    expect((await read()).entries[0]!.address).toBeDefined()
    stage.clock.forward(7 * 24 * HOUR_MS + 1)
    owner = await signInAs(stage, `owner@${shop}.example`)
    const addresses = (await read()).entries.map(({ address }) => address !== undefined)
    expect(addresses).toEqual([true, false])
  })

  test('shows nothing of another store', async () => {
    await addAccount(stage, await stage.addStore(`${shop}-other`), {
      email: `other@${shop}.example`,
      role: 'owner',
    })
    const other = await signInAs(stage, `other@${shop}.example`)
    const log = (await ask(stage, 'GET', '/audit', { cookie: other })).as(AuditLog)
    expect(log.entries.map(({ actor, action }) => [actor, action])).toEqual([['other', 'signed_in']])
  })
})
