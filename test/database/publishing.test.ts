import { parseFlow } from '@shopbell/engine'
import {
  DraftSaved,
  FlowDraft,
  FlowImported,
  FlowVersionDetail,
  FlowVersionList,
  HttpError,
  Published,
  PublishPreview,
  VersionsDiff,
} from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { addAccount } from '../protocol/console-stage/add-account.ts'
import { ask, codeOf, signInAs } from '../protocol/console-stage/ask.ts'
import { arriveAsBuyer } from '../protocol/console-stage/buyer.ts'
import { type ConsoleStage, openConsoleStage } from '../protocol/console-stage/open-console-stage.ts'
import { changedFlow, SAMPLE_FLOW } from '../protocol/console-stage/sample-flow.ts'
import { createPostgresDatabase, KINDS } from './store/test-database.ts'

const DAY_MS = 86_400_000
const PATIENCE = { timeout: 20_000, interval: 20 }

describe.each(KINDS)('publishing on %s', (kind) => {
  let stage: ConsoleStage
  let drop = async () => {}
  let store: number
  let mei: string
  let lin: string
  let shops = 0

  beforeAll(async () => {
    const database = kind === 'postgres' ? await createPostgresDatabase(inject('postgresUrl')) : null
    if (database) drop = database.drop
    stage = await openConsoleStage(database ? { databaseUrl: database.url } : {})
  })
  afterAll(async () => {
    await stage.close()
    await drop()
  })
  beforeEach(async () => {
    shops += 1
    store = await stage.addStore(`shop-${shops}`)
    await addAccount(stage, store, { email: `mei@shop-${shops}.example`, role: 'owner' })
    await addAccount(stage, store, { email: `lin@shop-${shops}.example`, role: 'admin' })
    mei = await signInAs(stage, `mei@shop-${shops}.example`)
    lin = await signInAs(stage, `lin@shop-${shops}.example`)
    await publishNew(SAMPLE_FLOW)
  })

  const as = (cookie: string) => ({
    read: (path: string) => ask(stage, 'GET', path, { cookie }),
    post: (path: string, body: unknown) => ask(stage, 'POST', path, { cookie, body }),
  })
  const preview = async () => (await as(mei).read('/flow/publish-preview')).as(PublishPreview)
  const live = async () => (await as(mei).read('/flow/versions/live')).as(FlowVersionDetail)
  const listed = async () => (await as(mei).read('/flow/versions')).as(FlowVersionList).versions
  const restore = (version: number, body: object = {}) =>
    as(mei).post(`/flow/versions/${version}/restore`, body)

  /** Sessions of accounts end meanwhile: Mei signs in again. */
  async function later(ms: number): Promise<void> {
    stage.clock.forward(ms)
    mei = await signInAs(stage, `mei@shop-${shops}.example`)
  }

  async function publishNew(source: string): Promise<Published> {
    const { revision } = (await as(mei).post('/flow/import', source)).as(FlowImported)
    return (await as(mei).post('/flow/publish', { revision })).as(Published)
  }

  let batches = 0
  async function write(cookie: string, text: string, value: string): Promise<number> {
    batches += 1
    const { revision: base } = (await as(cookie).read('/flow/draft')).as(FlowDraft)
    const operations = [{ op: 'put', at: ['texts', 'en', text], value }]
    const body = { batch: `publish-test.${batches}`, base, operations }
    return (await as(cookie).post('/flow/draft/operations', body)).as(DraftSaved).revision
  }

  describe('the preview', () => {
    test('says the revision, what changes, what is wrong, and which number it would get', async () => {
      const revision = await write(lin, 'faq.moq.answer', 'Three hundred.')
      expect(await preview()).toMatchObject({
        revision,
        savedBy: 'lin',
        next: 2,
        live: { version: 1, live: true },
        problems: [],
        diff: {
          blocks: [],
          links: [],
          texts: [
            {
              locale: 'en',
              title: 'Common questions',
              item: 'MOQ?',
              part: 'answer',
              before: '500 pieces per colour. Your first order may mix two colours.',
              after: 'Three hundred.',
            },
          ],
          lists: [],
          settings: [],
        },
        conversations: [],
        lists: { holders: 0, changes: false, answers: 'live' },
      })
      await write(lin, 'welcome', '')
      expect((await preview()).problems.map(({ code }) => code)).toContain('TEXT_MISSING')
    })

    test('counts who is talking now by who has them, version and question, until the session’s end', async () => {
      const [asked, waits, taken, gone] = [
        await arriveAsBuyer(stage, store),
        await arriveAsBuyer(stage, store),
        await arriveAsBuyer(stage, store),
        await arriveAsBuyer(stage, store),
      ]
      for (const buyer of [asked, waits, taken, gone]) await buyer.enter()
      await arriveAsBuyer(stage, store) // said nothing, holds nothing
      await waits.askForPerson()
      const handle = (buyer: { conversation: string }, action: string) =>
        as(mei).post(`/conversations/${buyer.conversation}/handling`, { action })
      await handle(taken, 'take')
      await handle(gone, 'close')
      expect((await preview()).conversations).toEqual([
        expect.objectContaining({ handling: 'human', version: 1, count: 1 }),
        { handling: 'robot', version: 1, block: 'ask-size', title: 'Ask size', count: 1 },
        expect.objectContaining({ handling: 'waiting', version: 1, count: 1 }),
      ])

      await later(DAY_MS)
      expect((await preview()).conversations.map(({ count }) => count)).toEqual([1, 1, 1])
      await later(1)
      expect((await preview()).conversations).toEqual([])
    })

    test('counts who holds today’s list, and says whether the next one is another', async () => {
      const buyers = [await arriveAsBuyer(stage, store), await arriveAsBuyer(stage, store)]
      for (const buyer of buyers) await buyer.enter()
      await arriveAsBuyer(stage, store)
      await write(mei, 'faq.moq.answer', 'Fewer.')
      expect((await preview()).lists).toEqual({ holders: 2, changes: false, answers: 'live' })
      await write(mei, 'faq.moq.question', 'Minimum?')
      expect((await preview()).lists).toEqual({ holders: 2, changes: true, answers: 'live' })
      await later(DAY_MS)
      expect((await preview()).lists.holders).toBe(0)
    })

    test('another shop’s conversations are not counted', async () => {
      const other = await stage.addStore(`other-${shops}`)
      await (await arriveAsBuyer(stage, other)).say('hello')
      expect(await preview()).toMatchObject({ conversations: [], lists: { holders: 0 } })
    })
  })

  describe('a draft that moved', () => {
    test('two who publish at once: one version, and the other hears that it is published already', async () => {
      const revision = await write(mei, 'faq.moq.answer', 'Fewer.')
      const answers = await Promise.all([
        as(mei).post('/flow/publish', { revision }),
        as(lin).post('/flow/publish', { revision }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const refused = answers.find(({ status }) => status === 409)?.as(HttpError)
      expect(refused?.moved?.diff).toEqual({ blocks: [], links: [], texts: [], lists: [], settings: [] })
      expect(refused?.moved?.by).toHaveLength(1)
      expect(await listed()).toHaveLength(2)
    })

    test('says who changed what since, and nothing that was there before', async () => {
      await write(mei, 'faq.moq.answer', 'Fewer.')
      const { revision } = await preview()
      await write(lin, 'welcome', 'Good day.')
      await write(lin, 'bye', 'Bye.')
      const newest = await write(mei, 'welcome', 'Good evening.')
      const answer = await as(mei).post('/flow/publish', { revision })
      expect(codeOf(answer)).toBe('DRAFT_MOVED')
      const { moved } = answer.as(HttpError)
      expect(moved).toMatchObject({ revision: newest, by: ['lin', 'mei'] })
      expect(moved?.diff?.texts.map(({ title, after }) => [title, after])).toEqual([
        ['Welcome', 'Good evening.'],
        ['bye', 'Bye.'],
      ])
      expect(await listed()).toHaveLength(1)
      expect((await as(mei).post('/flow/publish', { revision: newest })).status).toBe(200)
    })

    test('an import is taken back as well; where the log does not reach there is no diff', async () => {
      const { revision } = await preview()
      await as(lin).post('/flow/import', changedFlow({ name: 'Imported' }))
      const moved = async (from: number) =>
        (await as(mei).post('/flow/publish', { revision: from })).as(HttpError).moved
      expect((await moved(revision))?.diff?.settings).toEqual([
        { part: 'name', before: 'Export factory reception', after: 'Imported' },
      ])
      expect((await moved(0))?.diff).toBeNull()
      expect(await moved(999)).toEqual({ revision: revision + 1, by: [], diff: null })
    })
  })

  describe('rolling back', () => {
    test('publishes the old content byte for byte as a new version, with the old hash', async () => {
      const [first] = await listed()
      await publishNew(changedFlow({ name: 'Second' }))
      const restored = (await restore(1, { note: 'v1 again' })).as(Published)
      expect(restored.version).toMatchObject({
        version: 3,
        hash: first?.hash,
        note: 'v1 again',
        publishedBy: 'mei',
        live: true,
      })
      const bytes = async (version: number) => (await as(mei).read(`/flow/versions/${version}/export`)).text
      expect(await bytes(3)).toBe(await bytes(1))
      expect((await live()).summary.version).toBe(3)
      const buyer = await arriveAsBuyer(stage, store)
      await buyer.enter()
      expect((await listed()).map(({ version, begun }) => [version, begun])).toEqual([
        [3, 1],
        [2, 0],
        [1, 0],
      ])
    })

    test('leaves the draft’s words, and who was about to publish it looks again', async () => {
      await publishNew(changedFlow({ name: 'Second' }))
      const revision = await write(lin, 'welcome', 'Good day.')
      await restore(1)
      expect(codeOf(await as(lin).post('/flow/publish', { revision }))).toBe('DRAFT_MOVED')
      const draft = (await as(lin).read('/flow/draft')).as(FlowDraft)
      expect(draft).toMatchObject({ revision: revision + 1, base: 2, savedBy: 'lin' })
      expect(JSON.stringify(draft.document)).toContain('Good day.')
      expect((await preview()).live?.version).toBe(3)
    })

    test('a double click, and what is live already, is no version', async () => {
      await publishNew(changedFlow({ name: 'Second' }))
      const answers = await Promise.all([1, 2, 3].map(() => restore(1)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
      expect(codeOf(await restore(3))).toBe('ALREADY_LIVE')
      expect(await listed()).toHaveLength(3)
    })

    test('publishing and rolling back at once: both happen, one after the other, or one looks again', async () => {
      await publishNew(changedFlow({ name: 'Second' }))
      for (let round = 0; round < 5; round += 1) {
        const revision = await write(mei, 'welcome', `Round ${round}`)
        const before = (await listed()).length
        const [published, restored] = await Promise.all([
          as(lin).post('/flow/publish', { revision }),
          restore(1, { note: `round ${round}` }),
        ])
        expect([200, 409]).toContain(published.status)
        expect([200, 409]).toContain(restored.status)
        const made = [published, restored].filter(({ status }) => status === 200).length
        const after = await listed()
        expect(after).toHaveLength(before + made)
        expect(after.filter((version) => version.live).map(({ version }) => version)).toEqual([
          after[0]?.version,
        ])
      }
    })

    test('a version that does not exist cannot be live again', async () => {
      expect(codeOf(await restore(9))).toBe('NOT_FOUND')
      expect(codeOf(await restore(0))).toBe('NOT_FOUND')
      expect(codeOf(await restore(1, { note: 'x'.repeat(201) }))).toBe('NOT_UNDERSTOOD')
    })
  })

  test('two versions are compared in either direction', async () => {
    await publishNew(changedFlow({ name: 'Second' }))
    const diff = async (path: string) => (await as(lin).read(`/flow/versions/${path}`)).as(VersionsDiff)
    const forth = await diff('1/diff/2')
    expect([forth.from.version, forth.to.version]).toEqual([1, 2])
    expect(forth.diff.settings).toEqual([
      { part: 'name', before: 'Export factory reception', after: 'Second' },
    ])
    expect((await diff('live/diff/1')).diff.settings).toEqual([
      { part: 'name', before: 'Second', after: 'Export factory reception' },
    ])
    expect(codeOf(await as(lin).read('/flow/versions/1/diff/9'))).toBe('NOT_FOUND')
  })

  test('a conversation counts for the version it begins with, once per beginning', async () => {
    const buyer = await arriveAsBuyer(stage, store)
    await buyer.enter()
    await buyer.say('hello')
    await publishNew(changedFlow({ name: 'Second' }))
    await buyer.say('still here')
    const begun = async () => (await listed()).map(({ begun: count }) => count)
    expect(await begun()).toEqual([0, 1])
    await later(2 * DAY_MS)
    await buyer.say('back again')
    expect(await begun()).toEqual([1, 1])
  })

  test('editing the draft changes no byte sent to buyers', async () => {
    const bytes = async () => {
      const buyer = await arriveAsBuyer(stage, store)
      await buyer.enter()
      const isThere = (kind: string) => {
        const found = buyer.shown().find((message) => message.kind === kind)
        if (!found) throw new Error(`${kind} has not come yet`)
        return found
      }
      const list = await vi.waitFor(() => isThere('faq_list'), PATIENCE)
      await vi.waitFor(() => isThere('smart_question'), PATIENCE)
      await buyer.send({ kind: 'choice', message: list.seq, option: 'moq' })
      await vi.waitFor(() => isThere('faq_answer'), PATIENCE)
      return JSON.stringify(buyer.shown().map(({ author, kind: why, content }) => [author, why, content]))
    }
    const before = await bytes()
    const flow = parseFlow(SAMPLE_FLOW)
    if (!flow.ok) throw new Error('The sample is a flow.')
    for (const key of Object.keys(flow.document.texts['en'] ?? {})) await write(mei, key, `New ${key}`)
    await as(lin).post('/flow/import', changedFlow({ entries: {}, blocks: {} }))
    await preview()
    expect(await bytes()).toBe(before)
  })
})
