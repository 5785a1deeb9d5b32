import {
  AuditLog,
  type DatedException,
  HttpError,
  ReceptionDesk,
  type ReceptionSettings,
} from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { journalOf } from '../../packages/server/src/store/journal.ts'
import { runAsStore } from '../../packages/server/src/store/run-as.ts'
import { ask, codeOf, signInAs } from './console-stage/ask.ts'
import { arriveAsBuyer, type Buyer } from './console-stage/buyer.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { openStaffedShop, type StaffedShop } from './console-stage/open-staffed-shop.ts'
import { openTalkingShop } from './console-stage/open-talking-shop.ts'

const AT = '/settings/reception'
const MINUTE_MS = 60_000
const DAY = 1_440

let stage: ConsoleStage
beforeAll(async () => {
  stage = await openConsoleStage()
})
afterAll(() => stage.close())

const read = async (cookie: string) => (await ask(stage, 'GET', AT, { cookie })).as(ReceptionDesk)
const post = (cookie: string, body: unknown, path = AT) => ask(stage, 'POST', path, { cookie, body })

/** Saves with what is named changed; the desk after it. */
async function save(cookie: string, changes: Partial<ReceptionSettings>): Promise<ReceptionDesk> {
  const { store } = await read(cookie)
  const settings = { ...store.settings, ...changes }
  return (await post(cookie, { settings, revision: store.revision })).as(ReceptionDesk)
}

/** Every day the same range; in UTC, where the shops of these tests are. */
const daily = (from: number, until: number) => Array.from({ length: 7 }, () => [{ from, until }])
const minuteNow = () => Math.floor(stage.clock.now() / MINUTE_MS) % DAY

async function reasons({ storeId }: StaffedShop, { conversationId: id }: Buyer) {
  const steps = await runAsStore(stage.database, storeId, (tx) => journalOf(tx, { storeId, id }))
  return steps.flatMap(({ refusals }) => refusals)
}

const robotSaid = (buyer: Buyer) => buyer.shown().filter(({ author }) => author === 'robot').length

async function openShop(): Promise<StaffedShop> {
  const shop = await openTalkingShop(stage)
  return shop
}

describe('buyers of a shop with hours', () => {
  test('a robot that is off begins nothing, and the step keeps why (SCH-01)', async () => {
    const shop = await openShop()
    await save(shop.owner, { mode: 'off' })
    const buyer = await arriveAsBuyer(stage, shop.storeId)
    await buyer.enter()
    await buyer.say('Hello')
    await stage.reception.settled()
    expect(robotSaid(buyer)).toBe(0)
    const off = { code: 'ROBOT_OFF', because: { by: 'mode', until: null } }
    expect(await reasons(shop, buyer)).toEqual([off, off])
  })

  test('one instant crosses the opening: nothing before, the reception from then on', async () => {
    const shop = await openShop()
    const from = (minuteNow() + 10) % DAY
    await save(shop.owner, { mode: 'custom', timeZone: 'UTC', robot: daily(from, from + 60) })
    const opensAt = Math.floor(stage.clock.now() / MINUTE_MS + 10) * MINUTE_MS
    const buyer = await arriveAsBuyer(stage, shop.storeId)
    stage.clock.forward(opensAt - stage.clock.now() - 1)
    await buyer.enter()
    await stage.reception.settled()
    expect(robotSaid(buyer)).toBe(0)
    expect(await reasons(shop, buyer)).toEqual([
      { code: 'ROBOT_OFF', because: { by: 'hours', until: opensAt } },
    ])
    stage.clock.forward(1)
    await buyer.enter()
    await expect.poll(() => robotSaid(buyer)).toBeGreaterThan(0)
  })

  test('what was saved holds for the next event, without waiting (PUB-10)', async () => {
    const shop = await openShop()
    const [first, second] = [
      await arriveAsBuyer(stage, shop.storeId),
      await arriveAsBuyer(stage, shop.storeId),
    ]
    await first.enter()
    await expect.poll(() => robotSaid(first)).toBeGreaterThan(0)
    await save(shop.owner, { mode: 'off' })
    await second.enter()
    await stage.reception.settled()
    expect(robotSaid(second)).toBe(0)
  })

  test('parts that are off are left out, and the rest comes (SCH-12)', async () => {
    const shop = await openShop()
    const { store } = await read(shop.owner)
    await save(shop.owner, { parts: { ...store.settings.parts, welcome: false } })
    const buyer = await arriveAsBuyer(stage, shop.storeId)
    await buyer.enter()
    await expect.poll(() => robotSaid(buyer)).toBeGreaterThan(0)
    expect(buyer.shown().map(({ kind }) => kind)).not.toContain('welcome')
    expect(await reasons(shop, buyer)).toEqual([{ code: 'PART_OFF', because: { part: 'welcome' } }])
  })

  test('the chat tells when people are back', async () => {
    const shop = await openShop()
    const from = (minuteNow() + 30) % DAY
    await save(shop.owner, { office: daily(from, from + 60), timeZone: 'UTC' })
    const opensAt = Math.floor(stage.clock.now() / MINUTE_MS + 30) * MINUTE_MS
    expect((await arriveAsBuyer(stage, shop.storeId)).opening).toEqual({ open: false, opensAt })
  })
})

describe('an open chat', () => {
  const openings = (buyer: Buyer) => buyer.heard.filter(({ type }) => type === 'opening')

  test('hears of changed hours at once (PUB-10), of its own store only, and not of what changes nothing', async () => {
    const [shop, other] = [await openShop(), await openShop()]
    const [buyer, stranger] = [
      await arriveAsBuyer(stage, shop.storeId),
      await arriveAsBuyer(stage, other.storeId),
    ]
    const from = (minuteNow() + 30) % DAY
    const opensAt = Math.floor(stage.clock.now() / MINUTE_MS + 30) * MINUTE_MS
    await save(shop.owner, { office: daily(from, from + 60), timeZone: 'UTC' })
    await expect.poll(() => openings(buyer)).toEqual([{ type: 'opening', open: false, opensAt }])
    await save(shop.owner, { mode: 'off' })
    await save(shop.owner, { office: null })
    await expect.poll(() => openings(buyer).at(-1)).toEqual({ type: 'opening', open: true })
    expect(openings(buyer)).toHaveLength(2)
    expect(openings(stranger)).toEqual([])
  })

  test('hears when people come and when they go', async () => {
    const shop = await openShop()
    const from = (minuteNow() + 1) % DAY
    await save(shop.owner, { office: daily(from, from + 60), timeZone: 'UTC' })
    const opensAt = Math.floor(stage.clock.now() / MINUTE_MS + 1) * MINUTE_MS
    stage.clock.forward(opensAt - stage.clock.now() - 50)
    const buyer = await arriveAsBuyer(stage, shop.storeId)
    expect(buyer.opening).toEqual({ open: false, opensAt })
    stage.clock.forward(50)
    await expect.poll(() => openings(buyer)).toEqual([{ type: 'opening', open: true }])
    stage.clock.forward(60 * MINUTE_MS - 50)
    const late = await arriveAsBuyer(stage, shop.storeId)
    expect(late.opening).toEqual({ open: true })
    expect(openings(late)).toEqual([])
  })
})

describe('settings of a store and its accounts', () => {
  test('begin as always, of a revision that nobody saved', async () => {
    const { owner } = await openStaffedShop(stage)
    expect(await read(owner)).toMatchObject({
      keeper: true,
      storeZone: 'UTC',
      store: { settings: { mode: 'always' }, revision: 0 },
      accounts: [{ self: true, settings: null, revision: 0 }],
    })
  })

  test('somebody else saved meanwhile: nothing is lost', async () => {
    const { owner } = await openStaffedShop(stage)
    const { store } = await save(owner, { mode: 'off' })
    for (const revision of [store.revision - 1, store.revision + 1]) {
      const late = await post(owner, { settings: { ...store.settings, mode: 'always' }, revision })
      expect([late.status, codeOf(late)]).toEqual([409, 'SETTINGS_MOVED'])
    }
    expect((await read(owner)).store.settings.mode).toBe('off')
  })

  test('of two who save at once, one is told', async () => {
    const { owner } = await openStaffedShop(stage)
    const { store } = await read(owner)
    const answers = await Promise.all(
      ['off', 'always'].map((mode) => post(owner, { settings: { ...store.settings, mode }, revision: 0 })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('hours that cannot be are named, each with its place, and nothing is saved', async () => {
    const { owner } = await openStaffedShop(stage)
    const { store } = await read(owner)
    const settings = { ...store.settings, timeZone: 'Mars/Olympus', robot: daily(600, 540) }
    const answer = await post(owner, { settings, revision: 0 })
    expect([answer.status, codeOf(answer)]).toEqual([422, 'HOURS_UNFIT'])
    const { problems = [] } = answer.as(HttpError)
    expect(problems.map(({ code, at }) => `${code} ${at}`)).toContain('RANGE_REVERSED /robot/6/0')
    expect(problems).toHaveLength(8)
    expect((await read(owner)).store.revision).toBe(0)
  })

  test.for([
    ['six days', { robot: daily(0, 60).slice(1) }],
    ['a minute of the third day', { robot: daily(0, 2_881) }],
    ['half a minute', { robot: daily(0.5, 60) }],
    ['a thirteenth range', { robot: daily(0, 60).map((day) => Array.from({ length: 13 }, () => day[0])) }],
    ['another mode', { mode: 'sometimes' }],
    ['a part more', { parts: { welcome: true } }],
  ] as const)('%s is not understood', async ([, changes]) => {
    const { owner } = await openStaffedShop(stage)
    const { store } = await read(owner)
    const answer = await post(owner, { settings: { ...store.settings, ...changes }, revision: 0 })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'NOT_UNDERSTOOD'])
  })

  test('an account keeps its own when the store’s change, and follows again when it wants (SCH-05)', async () => {
    const shop = await openStaffedShop(stage)
    await shop.employ('sales', 'agent')
    const sales = await signInAs(stage, `sales@${shop.shop}.example`)
    const { store } = await read(sales)
    const off = { settings: { ...store.settings, mode: 'off' }, revision: 0 }
    const own = (await post(sales, off, `${AT}/mine`)).as(ReceptionDesk)
    expect(own).toMatchObject({ keeper: false, accounts: [{ self: true, settings: { mode: 'off' } }] })
    expect(own.accounts).toHaveLength(1)
    await save(shop.owner, { mode: 'custom' })
    expect((await read(sales)).accounts[0]?.settings?.mode).toBe('off')
    const follows = await post(sales, { settings: null, revision: 1 }, `${AT}/mine`)
    expect(follows.as(ReceptionDesk).accounts[0]).toMatchObject({ settings: null, revision: 2 })
  })

  test('who keeps the robot changes an account’s, and copies the store’s to all or none', async () => {
    const shop = await openStaffedShop(stage)
    await shop.employ('sales', 'agent')
    const { store, accounts } = await save(shop.owner, { mode: 'off' })
    const sales = accounts.find(({ self }) => !self)?.id ?? ''
    const always = { settings: { ...store.settings, mode: 'always' }, revision: 0 }
    const changed = (await post(shop.owner, always, `${AT}/accounts/${sales}`)).as(ReceptionDesk)
    expect(changed.accounts.find(({ id }) => id === sales)).toMatchObject({ settings: { mode: 'always' } })
    const missed = await post(shop.owner, { to: [sales, 'nobody'] }, `${AT}/copies`)
    expect(codeOf(missed)).toBe('NOT_FOUND')
    expect((await read(shop.owner)).accounts.find(({ id }) => id === sales)?.revision).toBe(1)
    const copied = (await post(shop.owner, { to: [sales] }, `${AT}/copies`)).as(ReceptionDesk)
    expect(copied.accounts.find(({ id }) => id === sales)).toMatchObject({
      settings: { mode: 'off' },
      revision: 2,
    })
  })

  test('an exception is marked with who edited it and when, whatever was sent, and only if it changed', async () => {
    const { owner } = await openStaffedShop(stage)
    const feast: DatedException = {
      ...{ id: 'feast', name: 'Spring Festival', from: '2027-02-04', through: '2027-02-17' },
      ...{ editedAt: 9, editedBy: 'Mallory' },
      robot: { does: 'allDay' },
      people: { does: 'closed' },
    }
    const first = await save(owner, { exceptions: [feast] })
    const [marked] = first.store.settings.exceptions
    expect(marked?.editedAt).toBe(stage.clock.now())
    expect(marked?.editedBy).not.toBe('Mallory')
    stage.clock.forward(MINUTE_MS)
    const second = await save(owner, { exceptions: [feast, { ...feast, id: 'other' }] })
    expect(second.store.settings.exceptions.map(({ editedAt }) => editedAt)).toEqual([
      marked?.editedAt,
      stage.clock.now(),
    ])
  })

  test('the log says who changed what (PRM-07)', async () => {
    const { owner } = await openStaffedShop(stage)
    await save(owner, { mode: 'off' })
    const log = (await ask(stage, 'GET', '/audit', { cookie: owner })).as(AuditLog)
    expect(log.entries[0]).toMatchObject({
      action: 'store_changed',
      subject: 'reception',
      details: { to: 'off' },
    })
  })
})
