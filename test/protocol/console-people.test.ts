import { InvitationShown, MyStores, SecretLink, SignedIn } from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Mail } from '../../packages/server/src/accounts/send-mail.ts'
import { addAccount, PASSWORD } from './console-stage/add-account.ts'
import { ask, codeOf, cookieOf, signInAs } from './console-stage/ask.ts'
import { openConsole } from './console-stage/console-client.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { askAsNobody, openStaffedShop, type StaffedShop, tokenOf } from './console-stage/open-staffed-shop.ts'

const HOUR_MS = 3_600_000
const CHOSEN = 'chosen by the new one'
const letters: Mail[] = []
let stage: ConsoleStage
let shop: StaffedShop['shop']
let storeId: StaffedShop['storeId']
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
  ;({ shop, storeId, owner, employ, invite, people } = await openStaffedShop(stage))
})

const anyone = (path: string, body: unknown) => askAsNobody(stage, path, body)
const accept = (link: string, password = CHOSEN) =>
  anyone('/invitations/accept', { token: tokenOf(link), name: 'Newcomer', password })

describe('an invitation', () => {
  test('is shown and mailed, says what it is for, and makes an account that is signed in', async () => {
    const made = (await invite('new@people.example', 'service_admin')).as(SecretLink)
    expect(made).toMatchObject({ mailed: true, expiresAt: stage.clock.now() + 24 * HOUR_MS })
    expect(made.link).toMatch(/^http:\/\/console\.test\/console\/invitation#token=[A-Za-z0-9_-]{43}$/)
    expect(letters).toMatchObject([{ to: 'new@people.example', storeId }])
    expect(letters[0]!.text).toContain(made.link)
    expect((await people()).invitations).toMatchObject([{ email: 'new@people.example', inviter: 'owner' }])

    const shown = await anyone('/invitations/look', { token: tokenOf(made.link) })
    expect(shown.as(InvitationShown)).toMatchObject({
      store: `Shop ${shop}`,
      email: 'new@people.example',
      role: 'service_admin',
      known: false,
    })
    const accepted = await accept(made.link)
    expect(accepted.as(SignedIn)).toMatchObject({
      account: { name: 'Newcomer', email: 'new@people.example', role: 'service_admin' },
      store: { id: shop },
    })
    const cookie = cookieOf(accepted)
    expect((await ask(stage, 'GET', '/session', { cookie })).status).toBe(200)
    expect((await people()).invitations).toEqual([])
    const again = { email: 'new@people.example', password: CHOSEN }
    expect((await anyone('/session', again)).status).toBe(200)
  })

  test.for([
    ['used before', async (link: string) => void (await accept(link))],
    ['24 hours old', async () => stage.clock.forward(24 * HOUR_MS)],
    [
      'taken back',
      async () => {
        const [invited] = (await people()).invitations
        const gone = await ask(stage, 'DELETE', `/invitations/${invited!.id}`, { cookie: owner })
        expect(gone.status).toBe(204)
      },
    ],
    ['older than another for the same e-mail', async () => void (await invite('USED@people.example'))],
  ] as const)('that is %s is a link nobody knows', async ([, spoil], { task }) => {
    const email = task.name.includes('older') ? 'used@people.example' : `${task.id}@people.example`
    const { link } = (await invite(email)).as(SecretLink)
    await spoil(link)
    for (const answer of [await accept(link), await anyone('/invitations/look', { token: tokenOf(link) })])
      expect([answer.status, codeOf(answer)]).toEqual([404, 'LINK_UNKNOWN'])
  })

  test('is used once, of all who send it at the same time', async () => {
    const { link } = (await invite(`race@${shop}.example`)).as(SecretLink)
    const answers = await Promise.all([1, 2, 3].map(() => accept(link)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await people()).accounts).toHaveLength(2)
  })

  test('of somebody who signs in here already asks for their own password, whoever holds the link', async () => {
    const elsewhere = await stage.addStore(`${shop}-elsewhere`)
    const email = `known@${shop}.example`
    await addAccount(stage, elsewhere, { email, role: 'owner' })
    const { link } = (await invite(email)).as(SecretLink)
    const shown = await anyone('/invitations/look', { token: tokenOf(link) })
    expect(shown.as(InvitationShown).known).toBe(true)
    expect(codeOf(await accept(link, 'chosen by the inviter'))).toBe('WRONG_PASSWORD')
    const accepted = await accept(link, PASSWORD)
    expect(accepted.as(SignedIn).store.id).toBe(shop)
    const { stores } = (await ask(stage, 'GET', '/stores', { cookie: cookieOf(accepted) })).as(MyStores)
    expect(stores.map(({ id, role, here }) => [id, role, here])).toEqual([
      [shop, 'agent', true],
      [`${shop}-elsewhere`, 'owner', false],
    ])
  })

  test('is refused for who has an account here, and to a role that is not below one’s own', async () => {
    await employ('boss', 'admin')
    const admin = await signInAs(stage, `boss@${shop}.example`)
    expect(codeOf(await invite(`BOSS@${shop}.example`))).toBe('PERSON_HERE')
    expect(codeOf(await invite('x@people.example', 'admin', admin))).toBe('RANK_TOO_LOW')
    expect((await invite('x@people.example', 'owner')).status).toBe(400)
    expect((await invite(`y@${shop}.example`, 'agent', admin)).status).toBe(200)
  })
})

describe('changing a colleague', () => {
  const change = (id: string, body: unknown, cookie = owner) =>
    ask(stage, 'POST', `/accounts/${id}`, { cookie, body })

  test('another role closes their sockets; they come back with it, still signed in', async () => {
    const agent = await employ('agent', 'agent')
    const cookie = await signInAs(stage, `agent@${shop}.example`)
    const console = await openConsole(stage, cookie)
    expect((await change(agent.publicId, { role: 'admin' })).status).toBe(204)
    expect((await console.closed).code).toBe(4401)
    expect((await ask(stage, 'GET', '/session', { cookie })).as(SignedIn).account.role).toBe('admin')
    ;(await openConsole(stage, cookie)).leave()
  })

  test('who is disabled is signed out at once and stays out until enabled again', async () => {
    const agent = await employ('agent', 'agent')
    const cookie = await signInAs(stage, `agent@${shop}.example`)
    const console = await openConsole(stage, cookie)
    expect((await change(agent.publicId, { disabled: true })).status).toBe(204)
    expect((await console.closed).code).toBe(4401)
    expect((await ask(stage, 'GET', '/session', { cookie })).status).toBe(401)
    const sent = { email: `agent@${shop}.example`, password: PASSWORD }
    expect(codeOf(await anyone('/session', sent))).toBe('WRONG_PASSWORD')
    await change(agent.publicId, { disabled: false })
    expect((await ask(stage, 'GET', '/session', { cookie })).status).toBe(401)
    expect((await anyone('/session', sent)).status).toBe(200)
  })

  test('nobody acts on their equals, on who is above them, or on themselves', async () => {
    const [one, other] = [await employ('one', 'admin'), await employ('other', 'admin')]
    const agent = await employ('agent', 'agent')
    const admin = await signInAs(stage, `one@${shop}.example`)
    const main = (await people()).accounts.find(({ role }) => role === 'owner')!
    for (const [id, body] of [
      [one.publicId, { role: 'agent' }],
      [one.publicId, { disabled: true }],
      [other.publicId, { disabled: true }],
      [main.id, { role: 'agent' }],
      [main.id, { disabled: true }],
      [agent.publicId, { role: 'admin' }],
    ] as const)
      expect(codeOf(await change(id, body, admin))).toBe('RANK_TOO_LOW')
    // A store is never without its owner: not even by the owner.
    expect(codeOf(await change(main.id, { disabled: true }))).toBe('RANK_TOO_LOW')
    expect(codeOf(await change(main.id, { role: 'agent' }))).toBe('RANK_TOO_LOW')
  })

  test('a colleague of another store looks like nobody', async () => {
    const elsewhere = await stage.addStore(`${shop}-elsewhere`)
    const stranger = await addAccount(stage, elsewhere, { email: `s@${shop}.example`, role: 'agent' })
    const real = await change(stranger.publicId, { disabled: true })
    const invented = await change('nobody-of-this-name', { disabled: true })
    const told = [real, invented].map(({ text }) => text.replace(/"requestId":"[^"]*"/, ''))
    expect([real.status, told[0]]).toEqual([404, told[1]])
  })

  test('the ownership goes over with the owner’s password, and there is one owner before and after', async () => {
    const heir = await employ('heir', 'admin')
    const give = (password: string, id = heir.publicId) =>
      ask(stage, 'POST', `/accounts/${id}/ownership`, { cookie: owner, body: { password } })
    expect(codeOf(await give('not the password'))).toBe('PASSWORD_DIFFERS')
    expect((await give(PASSWORD)).status).toBe(204)
    const roles = (await people()).accounts.map(({ name, role }) => [name, role])
    expect(roles).toEqual([
      ['owner', 'admin'],
      ['heir', 'owner'],
    ])
    expect(codeOf(await give(PASSWORD))).toBe('FORBIDDEN')
  })
})
