import { localDayStart } from '@shopbell/engine'
import { ReceptionDesk, RuleBookDesk } from '@shopbell/protocol'
import type { Static, TSchema } from 'typebox'
import Value from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Bus } from '../../../packages/server/src/bus/bus.ts'
import { REMEMBERED_MS } from '../../../packages/server/src/reception/remembered.ts'
import { createTestClock, type TestClock } from '../../../packages/server/src/test-clock/test-clock.ts'
import { openBuyer } from '../../tools/raw-buyer.ts'
import type { Shop } from '../../tools/start-shop.ts'
import { createOwner, type NodeStage, OWNER, post, startNodes } from './node-stage.ts'

// What is saved on one node is what every node goes by (PUB-10): at once where the word of it comes, and where it is lost as soon as
// what a node remembers has grown too old. Time stands still here unless it is moved, so nothing grows old by itself.

const DAY_MS = 86_400_000

test('what a node remembers grows old soon enough for the promise of five seconds', () => {
  expect(REMEMBERED_MS).toBeLessThanOrEqual(5_000)
})

const WAYS = [
  { name: 'with their bus', bus: true },
  { name: 'without a bus', bus: false },
] as const

describe.for(WAYS)('settings on two nodes $name', ({ bus }) => {
  let stage: NodeStage
  let clock: TestClock
  let owner: string
  beforeAll(async () => {
    clock = createTestClock(Date.now())
    const silent = { bus: (real: Bus) => ({ ...real, publish: () => undefined }) }
    stage = await startNodes({ clock, ...(bus ? {} : { alter: silent }) })
    owner = await createOwner(stage.nodes[1])
  })
  afterAll(() => stage.stop())

  /** On every node, as soon as it may be. */
  async function onBoth(see: (node: Shop) => Promise<unknown>, seen: unknown): Promise<void> {
    if (!bus) clock.moveTo(clock.now() + REMEMBERED_MS)
    for (const node of stage.nodes) await expect.poll(() => see(node)).toBe(seen)
  }

  async function read<S extends TSchema>(path: string, schema: S): Promise<Static<S>> {
    const { url } = stage.nodes[1]
    const answer = await fetch(`${url}/api/v1/settings/${path}`, { headers: { cookie: owner } })
    return Value.Parse(schema, await answer.json())
  }

  async function save(path: string, body: object): Promise<void> {
    const answer = await post(stage.nodes[1].url, `settings/${path}`, body, owner)
    expect(answer.status).toBe(200)
  }

  test('a robot that is switched off on one is off on both, and on again', async () => {
    for (const node of stage.nodes) expect(await whoAnswers(node)).toBe('robot')
    for (const [mode, answers] of [
      ['off', 'system'],
      ['always', 'robot'],
    ] as const) {
      const { store } = await read('reception', ReceptionDesk)
      await save('reception', { settings: { ...store.settings, mode }, revision: store.revision })
      await onBoth(whoAnswers, answers)
    }
  })

  test('a rule book that is chosen on one begins at the same midnight on both (PRF-02)', async () => {
    const { storeZone } = await read('profile', RuleBookDesk)
    const midnight = localDayStart(localDayStart(clock.now(), storeZone) + 1.5 * DAY_MS, storeZone)
    clock.moveTo(midnight - 1)
    owner = await signIn(stage.nodes[1])
    const { revision } = await read('profile', RuleBookDesk)
    await save('profile', { choice: { base: 'alibaba', changes: null }, revision })
    for (const node of stage.nodes) expect(await greetsOnOpening(node)).toBe(true)
    clock.moveTo(midnight)
    await onBoth(greetsOnOpening, false)
  })
})

/** Nobody stays signed in over the time that was skipped. */
async function signIn({ url }: Shop): Promise<string> {
  const answer = await post(url, 'session', OWNER)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Who speaks first to a buyer who opens the chat and writes. */
async function whoAnswers({ url }: Shop): Promise<string> {
  const buyer = await openBuyer(url)
  await buyer.hello()
  buyer.send({ type: 'enter', entry: 'store_home' })
  await buyer.say(`${lane()}.1`, 'Hello')
  const { author } = await buyer.next('message', ({ author: by }) => by !== 'buyer')
  buyer.drop()
  return author
}

/** Whether the greeting stands before the first word of a buyer who opens the chat. */
async function greetsOnOpening({ url }: Shop): Promise<boolean> {
  const buyer = await openBuyer(url)
  await buyer.hello()
  buyer.send({ type: 'enter', entry: 'store_home' })
  const stored = await buyer.say(`${lane()}.1`, 'Hello')
  buyer.drop()
  return stored.type === 'stored' && stored.seq > 1
}

let lanes = 0
function lane(): string {
  lanes += 1
  return `settings-live-${lanes}`
}
