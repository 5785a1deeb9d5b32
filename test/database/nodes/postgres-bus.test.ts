import { pino } from 'pino'
import { afterEach, expect, inject, test } from 'vitest'
import type { Wake } from '../../../packages/server/src/bus/bus.ts'
import { createInProcessBus } from '../../../packages/server/src/bus/in-process-bus.ts'
import { openPostgresBus } from '../../../packages/server/src/bus/open-postgres-bus.ts'
import { openDatabase } from '../../../packages/server/src/store/open-database.ts'
import { administer, createPostgresDatabase, SILENT } from '../store/test-database.ts'

const log = pino({ level: 'silent' })
const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const act of undo.splice(0).reverse()) await act()
})

async function newPlace(): Promise<string> {
  const { url, drop } = await createPostgresDatabase(inject('postgresUrl'))
  undo.push(drop)
  // The roles have to exist.
  await (await openDatabase({ databaseUrl: url, dataDirectory: '', log: SILENT })).close()
  return url
}

/** A node's bus, with all it ever heard. */
function openNode(url: string, node: string) {
  const bus = openPostgresBus({ url, node, local: createInProcessBus(log), log })
  undo.push(bus.close)
  const heard: Wake[] = []
  const waits = new Set<() => void>()
  bus.subscribe((wake) => {
    heard.push(wake)
    for (const look of waits) look()
  })
  const hears = (fits: (wake: Wake) => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (heard.some(fits)) resolve()
      }
      waits.add(look)
      look()
    })
  return { bus, heard, hears }
}

const stepOf = (conversationId: number): Wake => ({
  type: 'conversation',
  storeId: 1,
  conversationId,
  head: 3,
  revision: 2,
})
const is = (expected: Wake) => (wake: Wake) => JSON.stringify(wake) === JSON.stringify(expected)

/** Says it until it is heard: nothing on a bus is promised, least of all to somebody who is just arriving. */
async function sayUntilHeard(from: ReturnType<typeof openNode>, to: ReturnType<typeof openNode>, wake: Wake) {
  const saying = setInterval(() => {
    from.bus.publish(wake)
  }, 50)
  await to.hears(is(wake))
  clearInterval(saying)
}

test('what one node publishes its own listeners hear at once and once, the other node soon', async () => {
  const url = await newPlace()
  const one = openNode(url, 'one')
  const other = openNode(url, 'other')
  await sayUntilHeard(other, one, stepOf(1))
  await sayUntilHeard(one, other, stepOf(2))
  one.bus.publish(stepOf(3))
  expect(one.heard.filter(is(stepOf(3)))).toHaveLength(1)
  await other.hears(is(stepOf(3)))
  // Whatever its own notification would have brought back is here by now.
  await sayUntilHeard(other, one, stepOf(4))
  expect(one.heard.filter(is(stepOf(3)))).toHaveLength(1)
})

test('more wakes than one notification holds all arrive', async () => {
  const url = await newPlace()
  const one = openNode(url, 'one')
  const other = openNode(url, 'other')
  await sayUntilHeard(one, other, stepOf(0))
  const all = Array.from({ length: 500 }, (_, place) => stepOf(place + 1))
  all.forEach(one.bus.publish)
  for (const wake of all) await other.hears(is(wake))
})

test('connections that are cut come back by themselves, and words that are not ours are passed over', async () => {
  const url = await newPlace()
  const one = openNode(url, 'one')
  const other = openNode(url, 'other')
  await sayUntilHeard(one, other, stepOf(1))
  for (let round = 2; round < 5; round += 1) {
    await administer(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'shopbell bus' and datname = current_database()`,
    )
    await administer(url, `notify shopbell_wakes, 'hello'`)
    await sayUntilHeard(one, other, stepOf(round))
    await sayUntilHeard(other, one, stepOf(100 + round))
  }
})

test('nothing of what is waited for keeps a bus from closing, and a closed one says no more', async () => {
  const url = await newPlace()
  const one = openNode(url, 'one')
  const other = openNode(url, 'other')
  await sayUntilHeard(one, other, stepOf(1))
  one.bus.publish(stepOf(2))
  await one.bus.close()
  await other.hears(is(stepOf(2)))
  one.bus.publish(stepOf(3))
  expect(one.heard.some(is(stepOf(3)))).toBe(true)
})
