import { AuditLog, HttpError, type RuleBookChoice, RuleBookDesk, SignedIn } from '@shopbell/protocol'
import Type from 'typebox'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { journalOf } from '../../packages/server/src/store/journal.ts'
import { runAsStore } from '../../packages/server/src/store/run-as.ts'
import { ask, codeOf, signInAs } from './console-stage/ask.ts'
import { arriveAsBuyer, type Buyer } from './console-stage/buyer.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { openStaffedShop, type StaffedShop } from './console-stage/open-staffed-shop.ts'
import { publishSample } from './console-stage/publish-sample.ts'

const AT = '/settings/profile'
const DAY_MS = 86_400_000

let stage: ConsoleStage
beforeAll(async () => {
  stage = await openConsoleStage()
})
afterAll(() => stage.close())

const ALIBABA: RuleBookChoice = { base: 'alibaba', changes: null }
const MARKETPLACE: RuleBookChoice = { base: 'marketplace', changes: null }
const OWN: RuleBookChoice = { base: 'alibaba', changes: { reception: { idleDays: 14 } } }

const read = async (cookie: string) => (await ask(stage, 'GET', AT, { cookie })).as(RuleBookDesk)
const post = (cookie: string, body: unknown) => ask(stage, 'POST', AT, { cookie, body })
async function choose(cookie: string, choice: RuleBookChoice): Promise<RuleBookDesk> {
  const { revision } = await read(cookie)
  return (await post(cookie, { choice, revision })).as(RuleBookDesk)
}

/** The store's midnights are those of UTC here. */
const untilMidnight = () => DAY_MS - (stage.clock.now() % DAY_MS)
/** Nobody stays signed in so long without a word, so the owner comes again. */
async function nextDay({ shop }: StaffedShop): Promise<string> {
  stage.clock.forward(untilMidnight())
  return signInAs(stage, `owner@${shop}.example`)
}
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const tomorrow = () => dayOf(stage.clock.now() + DAY_MS)

async function openShop(): Promise<StaffedShop> {
  const shop = await openStaffedShop(stage)
  await publishSample(stage, shop.storeId)
  return shop
}

const robotSaid = (buyer: Buyer) => buyer.shown().filter(({ author }) => author === 'robot').length

async function profilesOf({ storeId }: StaffedShop, { conversationId: id }: Buyer): Promise<unknown[]> {
  const steps = await runAsStore(stage.database, storeId, (tx) => journalOf(tx, { storeId, id }))
  return steps.map(({ facts }) => Value.Parse(Type.Object({ profile: Type.Unknown() }), facts).profile)
}

describe('a rule book that was chosen', () => {
  test('holds from the next midnight of the store, and not a millisecond earlier (PRF-02)', async () => {
    const shop = await openShop()
    const desk = await choose(shop.owner, ALIBABA)
    expect(desk).toMatchObject({
      today: MARKETPLACE,
      next: { from: tomorrow(), choice: ALIBABA },
      revision: 1,
    })
    const [before, after] = [
      await arriveAsBuyer(stage, shop.storeId),
      await arriveAsBuyer(stage, shop.storeId),
    ]
    stage.clock.forward(untilMidnight() - 1)
    await before.enter()
    await expect.poll(() => robotSaid(before)).toBeGreaterThan(0)
    stage.clock.forward(1)
    // Opening the chat is no reason to greet any more; a first message is.
    await after.enter()
    await stage.reception.settled()
    expect(robotSaid(after)).toBe(0)
    await after.say('Hello')
    await expect.poll(() => robotSaid(after)).toBeGreaterThan(0)
    const again = await signInAs(stage, `owner@${shop.shop}.example`)
    expect(await read(again)).toMatchObject({ today: ALIBABA, next: null, changesFrom: tomorrow() })
    expect(await profilesOf(shop, before)).toEqual([{ builtIn: 'marketplace' }])
  })

  test('can be taken back until then', async () => {
    const shop = await openShop()
    await choose(shop.owner, ALIBABA)
    expect(await choose(shop.owner, MARKETPLACE)).toMatchObject({ next: null, revision: 2 })
    expect(await read(await nextDay(shop))).toMatchObject({ today: MARKETPLACE, next: null })
  })

  test('is the store’s own where values were changed, and is kept with every step (PRF-01)', async () => {
    const shop = await openShop()
    await choose(shop.owner, OWN)
    const owner = await nextDay(shop)
    const buyer = await arriveAsBuyer(stage, shop.storeId)
    await buyer.say('Hello')
    await expect.poll(() => robotSaid(buyer)).toBeGreaterThan(0)
    const [kept] = await profilesOf(shop, buyer)
    expect(kept).toMatchObject({ id: 'custom', reception: { idleDays: 14, faq: { maxEnabled: 5 } } })
    const { store } = (await ask(stage, 'GET', '/session', { cookie: owner })).as(SignedIn)
    expect(store.ruleBook).toEqual(OWN)
  })

  test('is told with the session for as long as it holds, by the store’s own midnights (PRF-02)', async () => {
    const shop = await openShop()
    const session = async (cookie: string) =>
      (await ask(stage, 'GET', '/session', { cookie })).as(SignedIn).store
    const zoned = { timeZone: 'America/New_York' }
    expect((await ask(stage, 'POST', '/store', { cookie: shop.owner, body: zoned })).status).toBe(200)
    await choose(shop.owner, ALIBABA)
    const { ruleBook, ruleBookHoldsMs } = await session(shop.owner)
    expect(ruleBook).toEqual(MARKETPLACE)
    stage.clock.forward(ruleBookHoldsMs - 1)
    const late = await signInAs(stage, `owner@${shop.shop}.example`)
    expect(await session(late)).toMatchObject({ ruleBook: MARKETPLACE, ruleBookHoldsMs: 1 })
    stage.clock.forward(1)
    expect(await session(late)).toMatchObject({ ruleBook: ALIBABA, ruleBookHoldsMs: DAY_MS })
  })

  test('stays at hand after a built-in one was chosen again', async () => {
    const shop = await openStaffedShop(stage)
    await choose(shop.owner, OWN)
    expect(await choose(shop.owner, ALIBABA)).toMatchObject({ next: { choice: ALIBABA }, own: OWN })
    await choose(shop.owner, OWN)
    const owner = await nextDay(shop)
    expect(await choose(owner, ALIBABA)).toMatchObject({ today: OWN, next: { choice: ALIBABA }, own: OWN })
  })

  test('leaves every past day the one it had', async () => {
    const shop = await openStaffedShop(stage)
    let { owner } = shop
    for (const choice of [ALIBABA, OWN, MARKETPLACE]) {
      await choose(owner, choice)
      owner = await nextDay(shop)
    }
    const days = await runAsStore(stage.database, shop.storeId, (tx) =>
      tx.selectFrom('profileDay').select(['fromDay', 'choice']).orderBy('fromDay').execute(),
    )
    expect(days.map(({ choice }) => choice)).toEqual([ALIBABA, OWN, MARKETPLACE])
    expect(days.at(-1)?.fromDay).toBe(dayOf(stage.clock.now()))
    // Another day's is not changed by what is taken back, nor does that make an entry.
    await choose(owner, OWN)
    const { history } = await choose(owner, MARKETPLACE)
    const today = stage.clock.now()
    expect(history.map(({ from, choice, changedBy }) => [from, choice, changedBy])).toEqual([
      [dayOf(today), MARKETPLACE, 'owner'],
      [dayOf(today - DAY_MS), OWN, 'owner'],
      [dayOf(today - 2 * DAY_MS), ALIBABA, 'owner'],
      [null, MARKETPLACE, undefined],
    ])
    expect(history.map(({ changedAt }) => changedAt && dayOf(changedAt))).toEqual([
      dayOf(today - DAY_MS),
      dayOf(today - 2 * DAY_MS),
      dayOf(today - 3 * DAY_MS),
      undefined,
    ])
    const [coming] = (await choose(owner, ALIBABA)).history
    expect(coming).toMatchObject({ from: tomorrow(), choice: ALIBABA, changedAt: today })
  })

  test('its midnight moves with the store to another zone', async () => {
    const shop = await openStaffedShop(stage)
    await choose(shop.owner, ALIBABA)
    const from = tomorrow()
    const owner = await nextDay(shop)
    const move = await ask(stage, 'POST', '/store', {
      cookie: owner,
      body: { timeZone: 'America/Los_Angeles' },
    })
    expect(move.status).toBe(200)
    // There it is the evening before.
    expect(await read(owner)).toMatchObject({
      storeZone: 'America/Los_Angeles',
      today: MARKETPLACE,
      next: { from, choice: ALIBABA },
      changesFrom: from,
    })
    stage.clock.forward(8 * 3_600_000)
    expect(await read(await signInAs(stage, `owner@${shop.shop}.example`))).toMatchObject({
      today: ALIBABA,
      next: null,
    })
  })
})

describe('choosing', () => {
  test('somebody else chose meanwhile: nothing is lost', async () => {
    const { owner } = await openStaffedShop(stage)
    await choose(owner, ALIBABA)
    for (const revision of [0, 2]) {
      const late = await post(owner, { choice: OWN, revision })
      expect([late.status, codeOf(late)]).toEqual([409, 'SETTINGS_MOVED'])
    }
    expect((await read(owner)).next?.choice).toEqual(ALIBABA)
  })

  test('of two at once, one is told', async () => {
    const { owner } = await openStaffedShop(stage)
    const answers = await Promise.all([ALIBABA, OWN].map((choice) => post(owner, { choice, revision: 0 })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('values that cannot be are named, each with its place, and nothing is saved', async () => {
    const { owner } = await openStaffedShop(stage)
    const changes = {
      reception: { idleDays: 0, faq: { maxEnabled: 8 } },
      counting: { autoCounts: ['human'] },
    }
    const answer = await post(owner, { choice: { base: 'alibaba', changes }, revision: 0 })
    expect([answer.status, codeOf(answer)]).toEqual([422, 'RULE_BOOK_UNFIT'])
    expect(answer.as(HttpError).problems?.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'NUMBER_OUT_OF_BOUNDS /reception/idleDays',
      'MORE_ON_THAN_CREATED /reception/faq/maxEnabled',
      'KIND_NOT_AUTOMATIC /counting/autoCounts/0',
    ])
    expect(codeOf(await post(owner, { choice: { base: 'nobody', changes: null }, revision: 0 }))).toBe(
      'RULE_BOOK_UNFIT',
    )
    expect((await read(owner)).revision).toBe(0)
  })

  test.for([
    ['half a day', { reception: { idleDays: 0.5 } }],
    ['another trigger', { reception: { trigger: 'always' } }],
    ['a part nobody knows', { reception: { order: ['welcome', 'song'] } }],
    ['a value nobody knows', { reception: { fee: 1 } }],
    ['a kind nobody knows', { counting: { autoCounts: ['song'] } }],
  ] as const)('%s is not understood', async ([, changes]) => {
    const { owner } = await openStaffedShop(stage)
    const answer = await post(owner, { choice: { base: 'alibaba', changes }, revision: 0 })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'NOT_UNDERSTOOD'])
  })

  test('is for who keeps the robot; everybody reads, and the log says who chose (PRM-01, PRM-07)', async () => {
    const shop = await openStaffedShop(stage)
    await shop.employ('sales', 'agent')
    const sales = await signInAs(stage, `sales@${shop.shop}.example`)
    expect(codeOf(await post(sales, { choice: ALIBABA, revision: 0 }))).toBe('FORBIDDEN')
    const desk = await choose(shop.owner, OWN)
    expect(await read(sales)).toEqual({ ...desk, keeper: false })
    const log = (await ask(stage, 'GET', '/audit', { cookie: shop.owner })).as(AuditLog)
    expect(log.entries[0]).toMatchObject({
      action: 'store_changed',
      subject: 'profile',
      details: { setting: 'profile', from: 'marketplace', to: 'custom (alibaba)', day: desk.changesFrom },
    })
  })

  test('a limit below what the flow has is a problem of the draft; what is live stays as it is', async () => {
    const shop = await openShop()
    await choose(shop.owner, {
      base: 'marketplace',
      changes: { reception: { faq: { maxCreated: 1, maxEnabled: 1 } } },
    })
    const owner = await nextDay(shop)
    const buyer = await arriveAsBuyer(stage, shop.storeId)
    await buyer.enter()
    const list = () => buyer.shown().find(({ content }) => content.kind === 'choices')?.content
    await expect
      .poll(() => {
        const it = list()
        return it?.kind === 'choices' ? it.options.length : 0
      })
      .toBeGreaterThan(1)
    const draft = await ask(stage, 'GET', '/flow/draft', { cookie: owner })
    expect(draft.text).toContain('QUESTIONS_TOO_MANY_ON')
  })
})
