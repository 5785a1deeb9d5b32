import { FlowDraft, HttpError, Published, VersionsDiff } from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { codeOf } from '../../protocol/console-stage/ask.ts'
import { arriveAsBuyer } from '../../protocol/console-stage/buyer.ts'
import type { ConsoleStage } from '../../protocol/console-stage/open-console-stage.ts'
import { changedFlow, SAMPLE_FLOW } from '../../protocol/console-stage/sample-flow.ts'
import { KINDS } from '../store/test-database.ts'
import { openPublishingStage, type PublishingShop, type PublishingStage } from './publishing-stage.ts'

describe.each(KINDS)('versions of a flow on %s', (kind) => {
  let opened: PublishingStage
  let stage: ConsoleStage
  let shop: PublishingShop

  beforeAll(async () => {
    opened = await openPublishingStage(kind)
    stage = opened.stage
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    shop = await opened.openShop()
  })

  describe('a draft that moved', () => {
    test('two who publish at once: one version, and the other hears that it is published already (PUB-08)', async () => {
      const revision = await shop.mei.write('faq.moq.answer', 'Fewer.')
      const answers = await Promise.all([
        shop.mei.post('/flow/publish', { revision }),
        shop.lin.post('/flow/publish', { revision }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const refused = answers.find(({ status }) => status === 409)?.as(HttpError)
      expect(refused?.moved?.diff).toEqual({ blocks: [], links: [], texts: [], lists: [], settings: [] })
      expect(refused?.moved?.by).toHaveLength(1)
      expect(await shop.listed()).toHaveLength(2)
    })

    test('says who changed what since, and nothing that was there before', async () => {
      await shop.mei.write('faq.moq.answer', 'Fewer.')
      const { revision } = await shop.preview()
      await shop.lin.write('welcome', 'Good day.')
      await shop.lin.write('bye', 'Bye.')
      const newest = await shop.mei.write('welcome', 'Good evening.')
      const answer = await shop.mei.post('/flow/publish', { revision })
      expect(codeOf(answer)).toBe('DRAFT_MOVED')
      const { moved } = answer.as(HttpError)
      expect(moved).toMatchObject({ revision: newest, by: ['lin', 'mei'] })
      expect(moved?.diff?.texts.map(({ title, after }) => [title, after])).toEqual([
        ['Welcome', 'Good evening.'],
        ['bye', 'Bye.'],
      ])
      expect(await shop.listed()).toHaveLength(1)
      expect((await shop.mei.post('/flow/publish', { revision: newest })).status).toBe(200)
    })

    test('an import is taken back as well; where the log does not reach there is no diff', async () => {
      const { revision } = await shop.preview()
      await shop.lin.post('/flow/import', changedFlow({ name: 'Imported' }))
      const moved = async (from: number) =>
        (await shop.mei.post('/flow/publish', { revision: from })).as(HttpError).moved
      expect((await moved(revision))?.diff?.settings).toEqual([
        { part: 'name', before: 'Export factory reception', after: 'Imported' },
      ])
      expect((await moved(0))?.diff).toBeNull()
      expect(await moved(999)).toEqual({ revision: revision + 1, by: [], diff: null })
    })
  })

  describe('rolling back', () => {
    test('publishes the old content byte for byte as a new version, with the old hash (PUB-11)', async () => {
      const [first] = await shop.listed()
      await shop.mei.publishNew(changedFlow({ name: 'Second' }))
      const restored = (await shop.restore(1, { note: 'v1 again' })).as(Published)
      expect(restored.version).toMatchObject({
        version: 3,
        hash: first?.hash,
        note: 'v1 again',
        publishedBy: 'mei',
        live: true,
      })
      const bytes = async (version: number) => (await shop.mei.read(`/flow/versions/${version}/export`)).text
      expect(await bytes(3)).toBe(await bytes(1))
      expect((await shop.preview()).live?.version).toBe(3)
      const buyer = await arriveAsBuyer(stage, shop.store)
      await buyer.enter()
      expect((await shop.listed()).map(({ version, begun }) => [version, begun])).toEqual([
        [3, 1],
        [2, 0],
        [1, 0],
      ])
    })

    test('leaves the draft’s words, and who was about to publish it looks again', async () => {
      await shop.mei.publishNew(changedFlow({ name: 'Second' }))
      const revision = await shop.lin.write('welcome', 'Good day.')
      await shop.restore(1)
      expect(codeOf(await shop.lin.post('/flow/publish', { revision }))).toBe('DRAFT_MOVED')
      const draft = (await shop.lin.read('/flow/draft')).as(FlowDraft)
      expect(draft).toMatchObject({ revision: revision + 1, base: 2, savedBy: 'lin' })
      expect(JSON.stringify(draft.document)).toContain('Good day.')
      expect((await shop.preview()).live?.version).toBe(3)
    })

    test('an old version that today’s rule book refuses stays unpublished, and the answer says what is wrong with it', async () => {
      const { texts } = JSON.parse(SAMPLE_FLOW)
      const short = { en: { ...texts.en, welcome: 'Hello.', 'welcome.order-page.text': 'Hello.' } }
      await shop.mei.publishNew(changedFlow({ texts: short }))
      await runAsStore(stage.database, shop.store, (tx) =>
        tx.updateTable('store').set({ profile: 'pinduoduo' }).where('id', '=', shop.store).execute(),
      )
      const refused = await shop.restore(1)
      expect([refused.status, codeOf(refused)]).toEqual([422, 'FLOW_HAS_PROBLEMS'])
      expect(refused.as(HttpError).problems?.map(({ code, at }) => [code, at])).toContainEqual([
        'WELCOME_TOO_LONG',
        '/texts/en/welcome',
      ])
      expect(await shop.listed()).toHaveLength(2)
      expect((await shop.preview()).live?.version).toBe(2)
    })

    test('a double click, and what is live already, is no version', async () => {
      await shop.mei.publishNew(changedFlow({ name: 'Second' }))
      const answers = await Promise.all([1, 2, 3].map(() => shop.restore(1)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
      expect(codeOf(await shop.restore(3))).toBe('ALREADY_LIVE')
      expect(await shop.listed()).toHaveLength(3)
    })

    test('publishing and rolling back at once: both happen, one after the other, or one looks again', async () => {
      await shop.mei.publishNew(changedFlow({ name: 'Second' }))
      for (let round = 0; round < 5; round += 1) {
        const revision = await shop.mei.write('welcome', `Round ${round}`)
        const before = (await shop.listed()).length
        const [published, restored] = await Promise.all([
          shop.lin.post('/flow/publish', { revision }),
          shop.restore(1, { note: `round ${round}` }),
        ])
        expect([200, 409]).toContain(published.status)
        expect([200, 409]).toContain(restored.status)
        const made = [published, restored].filter(({ status }) => status === 200).length
        const after = await shop.listed()
        expect(after).toHaveLength(before + made)
        expect(after.filter((version) => version.live).map(({ version }) => version)).toEqual([
          after[0]?.version,
        ])
      }
    })

    test('a version that does not exist cannot be live again', async () => {
      expect(codeOf(await shop.restore(9))).toBe('NOT_FOUND')
      expect(codeOf(await shop.restore(0))).toBe('NOT_FOUND')
      expect(codeOf(await shop.restore(1, { note: 'x'.repeat(201) }))).toBe('NOT_UNDERSTOOD')
    })
  })

  test('two versions are compared in either direction', async () => {
    await shop.mei.publishNew(changedFlow({ name: 'Second' }))
    const diff = async (path: string) => (await shop.lin.read(`/flow/versions/${path}`)).as(VersionsDiff)
    const forth = await diff('1/diff/2')
    expect([forth.from.version, forth.to.version]).toEqual([1, 2])
    expect(forth.diff.settings).toEqual([
      { part: 'name', before: 'Export factory reception', after: 'Second' },
    ])
    expect((await diff('live/diff/1')).diff.settings).toEqual([
      { part: 'name', before: 'Second', after: 'Export factory reception' },
    ])
    expect(codeOf(await shop.lin.read('/flow/versions/1/diff/9'))).toBe('NOT_FOUND')
  })
})
