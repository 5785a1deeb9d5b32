import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Extension, extensionSet, type ExtensionSet, NO_EXTENSIONS } from '@shopbell/engine'
import { ExtensionList, FlowImported, HttpError, Published } from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '../../packages/server/src/observability/create-log.ts'
import { createReception } from '../../packages/server/src/reception/reception.ts'
import { createStores } from '../../packages/server/src/reception/stores.ts'
import { journalOf } from '../../packages/server/src/store/journal.ts'
import { runAsStore } from '../../packages/server/src/store/run-as.ts'
import { openBuyer } from '../tools/raw-buyer.ts'
import { startShop } from '../tools/start-shop.ts'
import { ask } from './console-stage/ask.ts'
import { arriveAsBuyer, type Buyer } from './console-stage/buyer.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { openStaffedShop, type StaffedShop } from './console-stage/open-staffed-shop.ts'

const MODULE = fileURLToPath(new URL('../../examples/loyalty-points/extension.js', import.meta.url))
const FLOW = readFileSync(new URL('../../examples/loyalty-points/flow.json', import.meta.url), 'utf8')
const { extension }: { extension: Extension } = await import(MODULE)

function setOf(...values: readonly unknown[]): ExtensionSet {
  const read = extensionSet(values)
  if (!read.ok) throw new Error(read.faults.join('\n'))
  return read.extensions
}

/** The sample's extension with members of the test's own. */
let member: unknown = {}
const extensions = setOf({
  ...extension,
  lookUp: () => {
    if (member instanceof Error) throw member
    return member
  },
})

let stage: ConsoleStage
let shop: StaffedShop
beforeAll(async () => {
  stage = await openConsoleStage({ extensions })
})
afterAll(() => stage.close())
beforeEach(async () => {
  member = {}
  shop = await openStaffedShop(stage)
})

const importFlow = (on = stage) =>
  ask(on, 'POST', '/flow/import', { cookie: shop.owner, body: FLOW }).then((answer) =>
    answer.as(FlowImported),
  )
const publish = (revision: number | undefined) =>
  ask(stage, 'POST', '/flow/publish', { cookie: shop.owner, body: { revision } })

async function arrive(on = stage): Promise<Buyer> {
  const buyer = await arriveAsBuyer(on, shop.storeId)
  await buyer.enter()
  return buyer
}
const said = (buyer: Buyer) =>
  buyer.shown().flatMap(({ kind, content }) => (kind === 'flow_message' ? [content] : []))
const reasons = async ({ conversationId }: Buyer) => {
  const rows = await runAsStore(stage.database, shop.storeId, (tx) =>
    journalOf(tx, { storeId: shop.storeId, id: conversationId }),
  )
  return rows.flatMap(({ refusals }) => refusals)
}

describe('a server with an extension', () => {
  test('publishes its block, fills its texts from its facts, and shows its content beside the words', async () => {
    const imported = await importFlow()
    expect(imported.problems).toEqual([])
    expect((await publish(imported.revision)).as(Published).problems).toEqual([])
    member = { points: 2_400, tier: 'silver' }
    expect(said(await arrive())).toEqual([
      {
        kind: 'text',
        text: 'You have 2400 points: the next bottle is free.',
        extra: { kind: 'acme/points', data: { points: 2_400, tier: 'silver' } },
      },
      { kind: 'text', text: 'Say which colour you like.' },
    ])
    member = { points: 120, tier: 'guest', colour: 'red' }
    expect(said(await arrive())).toEqual([
      {
        kind: 'text',
        text: 'You have 120 points so far.',
        extra: { kind: 'acme/points', data: { points: 120, tier: 'guest' } },
      },
    ])
    expect(stage.logged()).toContain('acme.colour')
  })

  test('keeps quiet for a gold member, with the reason in the journal', async () => {
    await publish((await importFlow()).revision)
    member = { points: 9_000, tier: 'gold' }
    const buyer = await arrive()
    expect(buyer.shown()).toEqual([])
    expect(await reasons(buyer)).toEqual([
      { code: 'EXTENSION_RULE', because: { rule: 'acme/quiet-for-vip', tier: 'gold' } },
    ])
  })

  test('serves the buyer without what an extension could not say', async () => {
    await publish((await importFlow()).revision)
    member = new Error('the members are gone')
    expect(said(await arrive())).toEqual([{ kind: 'text', text: 'You have no points so far.' }])
    expect(stage.logged()).toContain('the members are gone')
  })

  test('describes it for the console, without its code', async () => {
    const { extensions: described } = (await ask(stage, 'GET', '/extensions', { cookie: shop.owner })).as(
      ExtensionList,
    )
    expect(described).toEqual(JSON.parse(JSON.stringify(extensions.descriptions)))
    expect(described[0]?.blocks[0]).toMatchObject({
      kind: 'acme/loyalty-points',
      title: { en: 'Loyalty points' },
    })
  })

  test('exports the block as transitions', async () => {
    await publish((await importFlow()).revision)
    const machine = await ask(stage, 'GET', '/flow/versions/live/export?as=machine', { cookie: shop.owner })
    expect(machine.text).toContain('"name": "acme.points"')
  })
})

describe('a server without it', () => {
  /** Another node on the same database, which was started without the extension. */
  function openNode() {
    const { database, bus, clock, presence, ownOrigin } = stage
    const stores = createStores(database, clock)
    return createReception({ database, bus, clock, log: createLog('silent'), stores, presence, ownOrigin })
  }

  test('passes buyers of a version that needs it to a person, and says why', async () => {
    await publish((await importFlow()).revision)
    const node = openNode()
    const buyer = await arrive({ ...stage, reception: node })
    expect(buyer.shown().map(({ kind }) => kind)).toEqual(['welcome', 'note'])
    expect(await reasons(buyer)).toEqual([
      { code: 'EXTENSION_MISSING', because: { block: 'points', kind: 'acme/loyalty-points' } },
    ])
    await node.settled()
  })

  test('goes on with a conversation that began with it', async () => {
    await publish((await importFlow()).revision)
    member = { points: 120, tier: 'guest' }
    const buyer = await arrive()
    const node = openNode()
    const key = { storeId: shop.storeId, id: buyer.conversationId }
    const answer = await node.receive(key, { id: 'other-node.1', content: { kind: 'text', text: 'Hello?' } })
    expect(answer).toHaveProperty('stored')
    await node.settled()
  })

  test('keeps the flow as a draft with what it needs, and does not publish it', async () => {
    const plain = await openConsoleStage()
    try {
      const bare = await openStaffedShop(plain)
      const asked = (method: 'GET' | 'POST', path: string, body?: unknown) =>
        ask(plain, method, path, { cookie: bare.owner, ...(body === undefined ? {} : { body }) })
      const imported = (await asked('POST', '/flow/import', FLOW)).as(FlowImported)
      expect(imported.problems.map(({ code }) => code)).toContain('EXTENSION_MISSING')
      const refused = await asked('POST', '/flow/publish', { revision: imported.revision })
      expect(refused.as(HttpError).code).toBe('FLOW_HAS_PROBLEMS')
      expect((await asked('GET', '/flow/draft')).text).toContain('"fields":{"threshold":1000}')
      expect((await asked('GET', '/extensions')).as(ExtensionList)).toEqual({
        extensions: [...NO_EXTENSIONS.descriptions],
      })
    } finally {
      await plain.close()
    }
  })
})

describe('SHOPBELL_EXTENSIONS', () => {
  test('names modules that are loaded at the start', async () => {
    const served = await startShop({ environment: { SHOPBELL_EXTENSIONS: MODULE } })
    try {
      const buyer = await openBuyer(served.url)
      await buyer.hello()
      buyer.send({ type: 'enter', entry: 'store_home' })
      // The demo's flow has no block of it, and is served as ever.
      await buyer.next('message', ({ kind }) => kind === 'welcome')
      buyer.drop()
    } finally {
      await served.stop()
    }
  })

  test.for([
    ['/nowhere/extension.js', 'The extension “/nowhere/extension.js” cannot be loaded'],
    ['no-such-package', 'The extension “no-such-package” cannot be loaded'],
    [MODULE.replace('extension.js', 'rank.js'), 'exports no “extension”; name a module that does.'],
    [`${MODULE},${MODULE}`, 'Two extensions are of the vendor “acme”; load one of them.'],
  ] as const)('%s keeps the server from starting, in a sentence', async ([SHOPBELL_EXTENSIONS, sentence]) => {
    await expect(startShop({ environment: { SHOPBELL_EXTENSIONS } })).rejects.toThrow(sentence)
  })
})
