import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { createInProcessBus } from '../../packages/server/src/bus/in-process-bus.ts'
import { createLog } from '../../packages/server/src/observability/create-log.ts'
import { createPresence, type Presence } from '../../packages/server/src/reception/presence.ts'
import { attendanceOf, changeAttendance, teamOf } from '../../packages/server/src/store/agent-attendance.ts'
import { agentsSeenAfter, seeAgents } from '../../packages/server/src/store/agent-presence.ts'
import { runAsJournal, runAsStore } from '../../packages/server/src/store/run-as.ts'
import { newAccount, newStore, NOW } from './store/stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './store/test-database.ts'

const GRACE_MS = 30_000

describe.each(KINDS)('who is there to answer, on %s', (kind) => {
  let database: TestDatabase
  let storeId: number
  let mei: number
  let lin: number
  let now = NOW
  const nodes: Presence[] = []
  const log = createLog('fatal', { write: () => undefined })

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
  })
  afterAll(() => database.discard())
  beforeEach(async () => {
    storeId = (await newStore(database)).id
    mei = (await newAccount(database, storeId)).id
    lin = (await newAccount(database, storeId)).id
  })
  afterEach(async () => {
    for (const node of nodes.splice(0)) await node.stop()
  })

  /** A server that hears nothing of the others but what stands in the database. */
  function startNode(name: string): Presence {
    const node = createPresence({
      database: { ...database, node: name },
      bus: createInProcessBus(log),
      clock: { now: () => now },
      log,
      times: { beatMs: 50, graceMs: GRACE_MS },
    })
    nodes.push(node)
    return node
  }

  test('a person with consoles on two nodes is one person on both', async () => {
    const [one, other] = [startNode('one'), startNode('other')]
    one.arrive(storeId, mei)
    other.arrive(storeId, mei)
    other.arrive(storeId, lin)
    await expect.poll(() => [one.people(storeId), other.people(storeId)]).toEqual([2, 2])
  })

  test('who closes the last console is here for the grace, and then is not; on every node', async () => {
    const [one, other] = [startNode('one'), startNode('other')]
    const firstTab = one.arrive(storeId, mei)
    const secondTab = one.arrive(storeId, mei)
    await expect.poll(() => other.isHere(storeId, mei)).toBe(true)
    firstTab()
    now += 2 * GRACE_MS
    expect(one.isHere(storeId, mei)).toBe(true)
    await expect.poll(() => other.isHere(storeId, mei)).toBe(true)
    const told: number[] = []
    other.onChange((changed) => told.push(changed))
    secondTab()
    secondTab()
    now += GRACE_MS - 1
    expect(one.isHere(storeId, mei)).toBe(true)
    now += 1
    expect(one.isHere(storeId, mei)).toBe(false)
    await expect.poll(() => other.isHere(storeId, mei)).toBe(false)
    await expect.poll(() => told).toContain(storeId)
  })

  test('a node that was killed says nothing more, and its people are gone after the grace', async () => {
    const node = startNode('alive')
    await runAsJournal(database, (tx) => seeAgents(tx, 'killed', [{ storeId, accountId: mei }], now))
    await expect.poll(() => node.people(storeId)).toBe(1)
    now += GRACE_MS
    await expect.poll(() => node.people(storeId)).toBe(0)
  })

  test('the same account on two nodes is read once, as it was seen last; an older word changes nothing', async () => {
    const agent = { storeId, accountId: mei }
    const seen = await runAsJournal(database, async (tx) => {
      await seeAgents(tx, 'one', [agent], NOW)
      await seeAgents(tx, 'other', [agent], NOW + 5)
      await seeAgents(tx, 'other', [agent], NOW + 2)
      return agentsSeenAfter(tx, NOW - 1)
    })
    expect(seen.filter((one) => one.storeId === storeId)).toEqual([{ ...agent, seenAt: NOW + 5 }])
  })

  test('what an account sets stays, also what it sets at the same moment', async () => {
    const change = (changes: Parameters<typeof changeAttendance>[3]) =>
      runAsStore(database, storeId, (tx) => changeAttendance(tx, storeId, mei, changes))
    expect(await runAsStore(database, storeId, (tx) => attendanceOf(tx, storeId, mei))).toBeNull()
    await change({ busy: true })
    await Promise.all([change({ notices: { sound: false } }), change({ notices: { desktop: true } })])
    const set = { busy: true, notices: { sound: false, desktop: true } }
    expect(await runAsStore(database, storeId, (tx) => attendanceOf(tx, storeId, mei))).toEqual(set)
    const team = await runAsStore(database, storeId, (tx) => teamOf(tx, storeId))
    expect(team.map(({ accountId, busy }) => [accountId, busy])).toEqual([
      [mei, true],
      [lin, false],
    ])
  })

  test('another store sees and changes nothing of it', async () => {
    await runAsStore(database, storeId, (tx) => changeAttendance(tx, storeId, mei, { busy: true }))
    const { id: otherStore } = await newStore(database)
    const asOther = <T>(work: Parameters<typeof runAsStore<T>>[2]) => runAsStore(database, otherStore, work)
    expect(await asOther((tx) => attendanceOf(tx, storeId, mei))).toBeNull()
    expect(await asOther((tx) => teamOf(tx, storeId))).toEqual([])
    await expect(asOther((tx) => changeAttendance(tx, storeId, mei, { busy: false }))).rejects.toThrow()
  })
})
