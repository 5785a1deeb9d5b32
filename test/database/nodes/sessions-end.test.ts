import { type AccountChanges, CLOSE_CODES, SecretLink, SignedIn } from '@shopbell/protocol'
import Value from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RECHECK_EVERY_MS } from '../../../packages/server/src/console-socket/recheck-sessions.ts'
import type { Shop } from '../../tools/start-shop.ts'
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

const AGENT = { email: 'agent@shop.example', password: 'staple battery correct' }

describe.for(WAYS)('on two nodes $name', ({ bus }) => {
  let stage: NodeStage
  let owner: string
  let agent: string
  beforeAll(async () => {
    stage = await startNodes({ alter: bus ? {} : { bus: (real) => ({ ...real, publish: () => undefined }) } })
    owner = await createOwner(stage.nodes[1])
    agent = await hireAgent(stage.nodes[1], owner)
  })
  afterAll(() => stage.stop())

  /** What the owner does on the second node, to an account that is on both. */
  const change = async (changes: AccountChanges) => {
    const answer = await post(stage.nodes[1].url, `accounts/${agent}`, changes, owner)
    expect(answer.status).toBe(204)
  }

  const cases = [
    {
      name: 'a sign-out on the other node',
      happens: (cookie: string) => endSessions(stage.nodes[1], 'session', cookie),
      mayComeBack: false,
    },
    {
      name: 'a session that its person ends from another browser',
      happens: async () =>
        endSessions(stage.nodes[1], 'account/sessions', await signIn(stage.nodes[1], AGENT)),
      mayComeBack: false,
    },
    {
      name: 'another role',
      happens: () => change({ role: 'service_admin' }),
      mayComeBack: true,
      afterwards: () => change({ role: 'agent' }),
    },
    {
      name: 'a disabled account',
      happens: () => change({ disabled: true }),
      mayComeBack: false,
      afterwards: () => change({ disabled: false }),
    },
  ]
  test.for(cases)(
    '$name closes every socket of the session',
    async ({ happens, mayComeBack, afterwards }) => {
      const cookie = await signIn(stage.nodes[0], AGENT)
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
    const cookie = await signIn(stage.nodes[0], OWNER)
    const staying = await openConsole(stage.nodes[1], cookie)
    const leaving = await signIn(stage.nodes[1], OWNER)
    const gone = await openConsole(stage.nodes[1], leaving)
    await endSessions(stage.nodes[0], 'session', leaving)
    await gone.closed
    staying.say({ type: 'watch', conversation: 'unknown-conversation', after: 0 })
    expect(await staying.hears(({ type }) => type === 'refused')).toMatchObject({ code: 'NOT_FOUND' })
    staying.leave()
  })
})

async function signIn({ url }: Shop, who: typeof OWNER): Promise<string> {
  const answer = await post(url, 'session', who)
  expect(answer.status).toBe(200)
  return cookieOf(answer)
}

/** Somebody who came by the owner's invitation; answers the account's id. */
async function hireAgent({ url }: Shop, owner: string): Promise<string> {
  const invited = await post(url, 'invitations', { email: AGENT.email, role: 'agent' }, owner)
  const { link } = Value.Parse(SecretLink, await invited.json())
  const token = new URL(link).hash.slice('#token='.length)
  const accepted = await post(url, 'invitations/accept', { token, name: 'Agent', password: AGENT.password })
  return Value.Parse(SignedIn, await accepted.json()).account.id
}

async function endSessions({ url }: Shop, path: 'session' | 'account/sessions', cookie: string) {
  const answer = await fetch(`${url}/api/v1/${path}`, { method: 'DELETE', headers: { origin: url, cookie } })
  expect(answer.ok).toBe(true)
}

function cookieOf(answer: Response): string {
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}
