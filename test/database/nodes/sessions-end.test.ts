import { CLOSE_CODES, SignedIn } from '@shopbell/protocol'
import Value from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RECHECK_EVERY_MS } from '../../../packages/server/src/console-socket/recheck-sessions.ts'
import type { Shop } from '../../tools/start-shop.ts'
import { administer } from '../store/test-database.ts'
import { createOwner, type NodeStage, OWNER, openConsole, post, startNodes } from './node-stage.ts'

// Who may not any more is sent away on every node (reliability: A6): at once where somebody says so on the bus, and by the repeated
// look at the sessions where the word is lost or was never said.

test('the look comes often enough for the promise of six seconds', () => {
  expect(RECHECK_EVERY_MS).toBeLessThanOrEqual(5_000)
})

const WAYS = [
  { name: 'with their bus', bus: true },
  { name: 'without a bus', bus: false },
] as const

describe.for(WAYS)('on two nodes $name', ({ bus }) => {
  let stage: NodeStage
  let account: string
  beforeAll(async () => {
    stage = await startNodes({ alter: bus ? {} : { bus: (real) => ({ ...real, publish: () => undefined }) } })
    const cookie = await createOwner(stage.nodes[1])
    account = (await whoIs(stage.nodes[0], cookie)).account.id
  })
  afterAll(() => stage.stop())

  const change = (statement: string) => administer(stage.databaseUrl, statement)
  const ofAccount = () => `public_id = '${account}'`

  // What is changed behind everybody’s back is not said on any bus: trying that once is enough.
  const cases = [
    {
      name: 'a sign-out on the other node',
      happens: async (cookie: string) => {
        await fetch(`${stage.nodes[1].url}/api/v1/session`, {
          method: 'DELETE',
          headers: { origin: stage.nodes[1].url, cookie },
        })
      },
      mayComeBack: false,
    },
    {
      name: 'a session that is taken back',
      happens: () => change('delete from account_session'),
      mayComeBack: false,
    },
    {
      name: 'another role',
      happens: () => change(`update account set role = 'admin' where ${ofAccount()}`),
      mayComeBack: true,
      afterwards: () => change(`update account set role = 'owner' where ${ofAccount()}`),
    },
    {
      name: 'a disabled account',
      happens: () => change(`update account set disabled_at = 1 where ${ofAccount()}`),
      mayComeBack: false,
      afterwards: () => change(`update account set disabled_at = null where ${ofAccount()}`),
    },
  ]
  test.for(bus ? cases.slice(0, 1) : cases)(
    '$name closes every socket of the session',
    async ({ happens, mayComeBack, afterwards }) => {
      const cookie = await signIn(stage.nodes[0])
      const consoles = await Promise.all(stage.nodes.map((node) => openConsole(node, cookie)))
      await happens(cookie)
      for (const { closed, hears } of consoles) {
        expect(await closed).toBe(CLOSE_CODES.NOT_ALLOWED)
        expect(await hears(({ type }) => type === 'refused')).toMatchObject({ code: 'NOT_SIGNED_IN' })
      }
      for (const node of stage.nodes) {
        expect((await post(node.url, 'socket-tickets', {}, cookie)).status).toBe(mayComeBack ? 200 : 401)
      }
      await afterwards?.()
    },
  )

  test('a socket whose session still stands stays', async () => {
    const cookie = await signIn(stage.nodes[0])
    const [leaving, staying] = [await signIn(stage.nodes[1]), await openConsole(stage.nodes[1], cookie)]
    const gone = await openConsole(stage.nodes[1], leaving)
    await change(`delete from account_session where id = (select max(id) from account_session)`)
    await gone.closed
    staying.say({ type: 'watch', conversation: 'unknown-conversation', after: 0 })
    expect(await staying.hears(({ type }) => type === 'refused')).toMatchObject({ code: 'NOT_FOUND' })
    staying.leave()
  })
})

async function signIn({ url }: Shop): Promise<string> {
  const answer = await post(url, 'session', OWNER)
  expect(answer.status).toBe(200)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function whoIs({ url }: Shop, cookie: string): Promise<SignedIn> {
  return Value.Parse(SignedIn, await (await fetch(`${url}/api/v1/session`, { headers: { cookie } })).json())
}
