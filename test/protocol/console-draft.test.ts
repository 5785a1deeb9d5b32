import { applyOperations, type FlowOperation } from '@shopbell/engine'
import {
  type ConsoleDown,
  DraftBatches,
  DraftSaved,
  FlowDraft,
  FlowImported,
  FlowVersionDetail,
  Published,
} from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addAccount } from './console-stage/add-account.ts'
import { asOperator } from './console-stage/as-operator.ts'
import { ask, codeOf, signInAs } from './console-stage/ask.ts'
import { type ConsoleClient, openConsole } from './console-stage/console-client.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { changedFlow, SAMPLE_FLOW } from './console-stage/sample-flow.ts'

let stage: ConsoleStage
let cookie: string
let second: string
let stores = 0
const clients: ConsoleClient[] = []

beforeAll(async () => {
  stage = await openConsoleStage()
})
afterAll(async () => {
  for (const client of clients) client.leave()
  await stage.close()
})
beforeEach(async () => {
  stores += 1
  const store = await stage.addStore(`draft-${stores}`)
  await addAccount(stage, store, { email: `mei@draft-${stores}.example`, role: 'owner' })
  await addAccount(stage, store, { email: `lin@draft-${stores}.example`, role: 'admin' })
  cookie = await signInAs(stage, `mei@draft-${stores}.example`)
  second = await signInAs(stage, `lin@draft-${stores}.example`)
})

const importFlow = (body: string) => ask(stage, 'POST', '/flow/import', { cookie, body })
const begin = (from: unknown) => ask(stage, 'POST', '/flow/draft', { cookie, body: { from } })
const read = (path: string, by = cookie) => ask(stage, 'GET', path, { cookie: by })
const draft = async () => (await read('/flow/draft')).as(FlowDraft)
const batchesAfter = async (after: number) =>
  (await read(`/flow/draft/operations?after=${after}`)).as(DraftBatches)

const rename = (value: string): FlowOperation => ({ op: 'put', at: ['name'], value })
const say = (key: string, value: string): FlowOperation => ({ op: 'put', at: ['texts', 'en', key], value })

interface Change {
  readonly batch: string
  readonly base: number
  readonly operations: readonly FlowOperation[]
}
const send = (change: Change, by = cookie) =>
  ask(stage, 'POST', '/flow/draft/operations', { cookie: by, body: change })
const save = async (change: Change, by = cookie) => (await send(change, by)).as(DraftSaved)

async function follow(by: string): Promise<ConsoleClient> {
  const client = await openConsole(stage, by)
  clients.push(client)
  client.say({ type: 'draft', watch: true })
  return client
}

const revisionsHeard = ({ heard }: ConsoleClient) =>
  heard.flatMap((frame) => (frame.type === 'draft' ? [frame.revision] : []))
const isDraft = (revision: number) => (frame: ConsoleDown) =>
  frame.type === 'draft' && frame.revision === revision

describe('beginning a draft', () => {
  test('with nothing in it', async () => {
    const begun = (await begin('empty')).as(FlowDraft)
    expect(begun).toMatchObject({ revision: 1, savedBy: 'mei', document: { format: 1, blocks: {} } })
    expect(await draft()).toEqual(begun)
  })

  test('from a template', async () => {
    const begun = (await begin(JSON.parse(SAMPLE_FLOW))).as(FlowDraft)
    expect(begun.document).toEqual(JSON.parse(SAMPLE_FLOW))
    expect(begun.problems).toEqual([])
  })

  test('from the live version, where there is one', async () => {
    expect(codeOf(await begin('live'))).toBe('NOT_FOUND')
    await importFlow(SAMPLE_FLOW)
    await ask(stage, 'POST', '/flow/publish', { cookie, body: { revision: 1 } })
    await asOperator(stage, (tx) => tx.deleteFrom('flowDraft').where('savedBy', '=', 'mei').execute())
    const begun = (await begin('live')).as(FlowDraft)
    expect(begun).toMatchObject({ revision: 1, base: 1, document: JSON.parse(SAMPLE_FLOW) })
  })

  test('never replaces one, however close two people begin', async () => {
    const answers = await Promise.all([begin('empty'), begin(JSON.parse(SAMPLE_FLOW)), begin('empty')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect((await draft()).revision).toBe(1)
    expect(codeOf(await begin('empty'))).toBe('DRAFT_EXISTS')
  })

  test.for([
    ['an unknown key', { ...JSON.parse(SAMPLE_FLOW), secret: 1 }, 422],
    ['a newer format', { ...JSON.parse(SAMPLE_FLOW), format: 2 }, 422],
    ['a word that is none', 'template', 400],
    ['a list', [], 400],
  ] as const)('not from %s', async ([, from, status]) => {
    expect((await begin(from)).status).toBe(status)
    expect(codeOf(await read('/flow/draft'))).toBe('NO_DRAFT')
  })
})

describe('saving operations', () => {
  test('without a draft there is nothing to change', async () => {
    expect(codeOf(await send({ batch: 'tab-mei-1.1', base: 0, operations: [rename('New')] }))).toBe(
      'NO_DRAFT',
    )
    expect(codeOf(await read('/flow/draft/operations?after=0'))).toBe('NO_DRAFT')
  })

  test('each batch is the next revision, and says what others saved before it', async () => {
    await importFlow(SAMPLE_FLOW)
    const first = { batch: 'tab-mei-1.1', base: 1, operations: [rename('First')] }
    expect(await save(first)).toEqual({ revision: 2, missed: [] })
    const theirs = { batch: 'tab-lin-1.1', base: 1, operations: [say('note', 'Hello')] }
    const missed = [{ revision: 2, base: 1, by: 'mei', lane: 'tab-mei-1', operations: first.operations }]
    expect(await save(theirs, second)).toEqual({ revision: 3, missed })
    expect(await draft()).toMatchObject({
      revision: 3,
      savedBy: 'lin',
      document: { name: 'First', texts: { en: { note: 'Hello' } } },
    })
    const { batches } = await batchesAfter(1)
    expect(batches.map(({ revision, by }) => [revision, by])).toEqual([
      [2, 'mei'],
      [3, 'lin'],
    ])
    expect(await batchesAfter(3)).toEqual({ revision: 3, batches: [] })
  })

  test('a batch that is repeated after a lost answer is stored once and answered alike', async () => {
    await importFlow(SAMPLE_FLOW)
    await save({ batch: 'tab-lin-1.1', base: 1, operations: [say('note', 'Theirs')] }, second)
    const mine = { batch: 'tab-mei-1.1', base: 1, operations: [rename('Mine')] }
    const answer = await save(mine)
    await save({ batch: 'tab-lin-1.2', base: 3, operations: [rename('Later')] }, second)
    expect(await save(mine)).toEqual(answer)
    expect(await Promise.all([save(mine), save(mine), save(mine)])).toEqual([answer, answer, answer])
    expect(await draft()).toMatchObject({ revision: 4, document: { name: 'Later' } })
  })

  test('what it means to change may be gone: it changes nothing and is saved', async () => {
    await importFlow(SAMPLE_FLOW)
    const before = (await draft()).document
    const gone: FlowOperation = { op: 'put', at: ['blocks', 'gone', 'next'], value: 'faq' }
    expect(await save({ batch: 'tab-mei-1.1', base: 1, operations: [gone] })).toEqual({
      revision: 2,
      missed: [],
    })
    expect((await draft()).document).toEqual(before)
  })

  test('a draft may get problems, and says them', async () => {
    await importFlow(SAMPLE_FLOW)
    const lost: FlowOperation = { op: 'put', at: ['entries', 'reception'], value: 'nowhere' }
    await save({ batch: 'tab-mei-1.1', base: 1, operations: [lost] })
    expect((await draft()).problems.some(({ severity }) => severity === 'error')).toBe(true)
  })

  test('changes no byte of what is live', async () => {
    const { revision = 0 } = (await importFlow(SAMPLE_FLOW)).as(FlowImported)
    const body = { revision }
    const { version } = (await ask(stage, 'POST', '/flow/publish', { cookie, body })).as(Published)
    const bytes = (await read('/flow/versions/live/export')).text
    await save({ batch: 'tab-mei-1.1', base: 2, operations: [rename('Changed')] })
    expect((await read('/flow/versions/live/export')).text).toBe(bytes)
    expect((await read('/flow/versions/live')).as(FlowVersionDetail).summary).toEqual(version)
  })

  test('a revision that never was is refused', async () => {
    await importFlow(SAMPLE_FLOW)
    const ahead = { batch: 'tab-mei-1.1', base: 7, operations: [rename('New')] }
    expect(codeOf(await send(ahead))).toBe('DRAFT_MOVED')
  })

  test('another store’s draft is not reached', async () => {
    await importFlow(SAMPLE_FLOW)
    const store = await stage.addStore(`foreign-${stores}`)
    await addAccount(stage, store, { email: `eve@foreign-${stores}.example`, role: 'owner' })
    const eve = await signInAs(stage, `eve@foreign-${stores}.example`)
    await save({ batch: 'tab-mei-1.1', base: 1, operations: [rename('Ours')] })
    const same = { batch: 'tab-mei-1.1', base: 1, operations: [rename('Hers')] }
    expect(codeOf(await send(same, eve))).toBe('NO_DRAFT')
    expect(codeOf(await read('/flow/draft/operations?after=0', eve))).toBe('NO_DRAFT')
    expect((await draft()).document).toMatchObject({ name: 'Ours' })
  })
})

describe('on the socket', () => {
  test('batches come to everybody who watches, once and in order', async () => {
    await importFlow(SAMPLE_FLOW)
    const [mine, theirs] = [await follow(cookie), await follow(second)]
    await theirs.nextOf('editors')
    for (let n = 1; n <= 30; n += 1) {
      await save({ batch: `tab-mei-1.${n}`, base: n, operations: [rename(`Name ${n}`)] })
    }
    const last = await theirs.next(isDraft(31))
    expect(last).toEqual({
      type: 'draft',
      revision: 31,
      base: 30,
      by: 'mei',
      lane: 'tab-mei-1',
      operations: [rename('Name 30')],
    })
    await mine.next(isDraft(31))
    const all = Array.from({ length: 30 }, (_, n) => n + 2)
    expect(revisionsHeard(theirs)).toEqual(all)
    expect(revisionsHeard(mine)).toEqual(all)
  })

  test('one that begins to watch hears the newest batch, for it may have come after the draft was read', async () => {
    await importFlow(SAMPLE_FLOW)
    await save({ batch: 'tab-mei-1.1', base: 1, operations: [rename('One')] })
    await save({ batch: 'tab-mei-1.2', base: 2, operations: [rename('Two')] })
    const late = await follow(second)
    await late.next(isDraft(3))
    expect(revisionsHeard(late)).toEqual([3])
  })

  test('an import and a publication are batches: who follows them ends with the server’s document', async () => {
    await importFlow(SAMPLE_FLOW)
    const start = (await draft()).document
    const client = await follow(second)
    await client.nextOf('editors')
    await save({ batch: 'tab-mei-1.1', base: 1, operations: [rename('Before'), say('note', 'Hello')] })
    await importFlow(changedFlow({ name: 'Imported', layout: {} }))
    await ask(stage, 'POST', '/flow/publish', { cookie, body: { revision: 3 } })
    await save({ batch: 'tab-mei-1.2', base: 4, operations: [say('note', 'After')] })
    await client.next(isDraft(5))
    expect(revisionsHeard(client)).toEqual([2, 3, 4, 5])
    const operations = client.heard.flatMap((frame) => (frame.type === 'draft' ? frame.operations : []))
    const followed = applyOperations(start, operations as FlowOperation[]).document
    expect(followed).toEqual((await draft()).document)
    expect((await batchesAfter(1)).batches.map(({ lane }) => lane)).toEqual([
      'tab-mei-1',
      '',
      '',
      'tab-mei-1',
    ])
  })

  test('editors see the others, where they are, and when they leave', async () => {
    await importFlow(SAMPLE_FLOW)
    const mine = await follow(cookie)
    expect((await mine.nextOf('editors')).editors).toEqual([])
    const theirs = await follow(second)
    expect((await theirs.nextOf('editors')).editors).toEqual([{ name: 'mei', block: null }])
    expect((await mine.nextOf('editors')).editors).toEqual([{ name: 'lin', block: null }])
    theirs.say({ type: 'draft', watch: true, block: 'welcome' })
    expect((await mine.nextOf('editors')).editors).toEqual([{ name: 'lin', block: 'welcome' }])
    theirs.say({ type: 'draft', watch: false })
    expect((await mine.nextOf('editors')).editors).toEqual([])
    theirs.say({ type: 'draft', watch: true })
    expect((await mine.nextOf('editors')).editors).toEqual([{ name: 'lin', block: null }])
    theirs.leave()
    expect((await mine.nextOf('editors')).editors).toEqual([])
  })

  test('who does not watch, or stopped, hears nothing; nor does another store', async () => {
    await importFlow(SAMPLE_FLOW)
    const store = await stage.addStore(`silent-${stores}`)
    await addAccount(stage, store, { email: `eve@silent-${stores}.example`, role: 'owner' })
    const eve = await follow(await signInAs(stage, `eve@silent-${stores}.example`))
    const idle = await openConsole(stage, second)
    const left = await follow(second)
    await left.nextOf('editors')
    left.say({ type: 'draft', watch: false })
    clients.push(idle)
    const watching = await follow(cookie)
    await watching.next((frame) => frame.type === 'editors' && frame.editors.length === 0)
    await save({ batch: 'tab-mei-1.1', base: 1, operations: [rename('One')] })
    await watching.next(isDraft(2))
    for (const client of [eve, idle, left]) expect(revisionsHeard(client)).toEqual([])
    expect((await eve.nextOf('editors')).editors).toEqual([])
  })
})
