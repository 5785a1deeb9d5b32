import { parseFlow } from '@shopbell/engine'
import { PublishPreview } from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addAccount } from '../../protocol/console-stage/add-account.ts'
import { ask, codeOf, signInAs } from '../../protocol/console-stage/ask.ts'
import { arriveAsBuyer } from '../../protocol/console-stage/buyer.ts'
import type { ConsoleStage } from '../../protocol/console-stage/open-console-stage.ts'
import { changedFlow, SAMPLE_FLOW } from '../../protocol/console-stage/sample-flow.ts'
import { eventually } from '../../tools/eventually.ts'
import { KINDS } from '../store/test-database.ts'
import { openPublishingStage, type PublishingShop, type PublishingStage } from './publishing-stage.ts'

const DAY_MS = 86_400_000

describe.each(KINDS)('what publishing would do on %s', (kind) => {
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

  test('says the revision, what changes, what is wrong, and which number it would get', async () => {
    const revision = await shop.lin.write('faq.moq.answer', 'Three hundred.')
    expect(await shop.preview()).toMatchObject({
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
    await shop.lin.write('welcome', '')
    expect((await shop.preview()).problems.map(({ code }) => code)).toContain('TEXT_MISSING')
  })

  test('before the first publish everything is new', async () => {
    const store = await stage.addStore(`first-${shop.store}`)
    await addAccount(stage, store, { email: `new@first-${shop.store}.example`, role: 'owner' })
    const cookie = await signInAs(stage, `new@first-${shop.store}.example`)
    const look = () => ask(stage, 'GET', '/flow/publish-preview', { cookie })
    expect(codeOf(await look())).toBe('NO_DRAFT')
    await ask(stage, 'POST', '/flow/import', { cookie, body: SAMPLE_FLOW })
    const { live, next, diff, lists } = (await look()).as(PublishPreview)
    expect({ live, next, lists }).toEqual({
      live: null,
      next: 1,
      lists: { holders: 0, changes: true, answers: 'live' },
    })
    expect(new Set(diff.blocks.map(({ change }) => change))).toEqual(new Set(['added']))
    expect(diff.blocks[0]?.title).toBe('Welcome')
  })

  test('counts who is talking now by who has them, version and question, until the session’s end', async () => {
    const [asked, waits, taken, gone] = [
      await arriveAsBuyer(stage, shop.store),
      await arriveAsBuyer(stage, shop.store),
      await arriveAsBuyer(stage, shop.store),
      await arriveAsBuyer(stage, shop.store),
    ]
    for (const buyer of [asked, waits, taken, gone]) await buyer.enter()
    await arriveAsBuyer(stage, shop.store) // said nothing, holds nothing
    await waits.askForPerson()
    const handle = (buyer: { conversation: string }, action: string) =>
      shop.mei.post(`/conversations/${buyer.conversation}/handling`, { action })
    await handle(taken, 'take')
    await handle(gone, 'close')
    expect((await shop.preview()).conversations).toEqual([
      expect.objectContaining({ handling: 'human', version: 1, count: 1 }),
      { handling: 'robot', version: 1, block: 'ask-size', title: 'Ask size', count: 1 },
      expect.objectContaining({ handling: 'waiting', version: 1, count: 1 }),
    ])

    await shop.later(DAY_MS)
    expect((await shop.preview()).conversations.map(({ count }) => count)).toEqual([1, 1, 1])
    await shop.later(1)
    expect((await shop.preview()).conversations).toEqual([])
  })

  test('counts who holds today’s list, and says whether the next one is another', async () => {
    const buyers = [await arriveAsBuyer(stage, shop.store), await arriveAsBuyer(stage, shop.store)]
    for (const buyer of buyers) await buyer.enter()
    await arriveAsBuyer(stage, shop.store)
    await shop.mei.write('faq.moq.answer', 'Fewer.')
    expect((await shop.preview()).lists).toEqual({ holders: 2, changes: false, answers: 'live' })
    await shop.mei.write('faq.moq.question', 'Minimum?')
    expect((await shop.preview()).lists).toEqual({ holders: 2, changes: true, answers: 'live' })
    await shop.later(DAY_MS)
    expect((await shop.preview()).lists.holders).toBe(0)
  })

  test('another shop’s conversations are not counted', async () => {
    const other = await stage.addStore(`other-${shop.store}`)
    await (await arriveAsBuyer(stage, other)).say('hello')
    expect(await shop.preview()).toMatchObject({ conversations: [], lists: { holders: 0 } })
  })
  test('a conversation counts for the version it begins with, once per beginning', async () => {
    const buyer = await arriveAsBuyer(stage, shop.store)
    await buyer.enter()
    await buyer.say('hello')
    await shop.mei.publishNew(changedFlow({ name: 'Second' }))
    await buyer.say('still here')
    const begun = async () => (await shop.listed()).map(({ begun: count }) => count)
    expect(await begun()).toEqual([0, 1])
    await shop.later(2 * DAY_MS)
    await buyer.say('back again')
    expect(await begun()).toEqual([1, 1])
  })

  test('editing the draft changes no byte sent to buyers (FAQ-07)', async () => {
    const bytes = async () => {
      const buyer = await arriveAsBuyer(stage, shop.store)
      await buyer.enter()
      const isThere = (kind: string) => {
        const found = buyer.shown().find((message) => message.kind === kind)
        if (!found) throw new Error(`${kind} has not come yet`)
        return found
      }
      const list = await eventually(() => isThere('faq_list'))
      await eventually(() => isThere('smart_question'))
      await buyer.send({ kind: 'choice', message: list.seq, option: 'moq' })
      await eventually(() => isThere('faq_answer'))
      return JSON.stringify(buyer.shown().map(({ author, kind: why, content }) => [author, why, content]))
    }
    const before = await bytes()
    const flow = parseFlow(SAMPLE_FLOW)
    if (!flow.ok) throw new Error('The sample is a flow.')
    for (const key of Object.keys(flow.document.texts['en'] ?? {})) await shop.mei.write(key, `New ${key}`)
    await shop.lin.post('/flow/import', changedFlow({ entries: {}, blocks: {} }))
    await shop.preview()
    expect(await bytes()).toBe(before)
  })
})
