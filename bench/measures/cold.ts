import { createLog } from '@shopbell/server'
import { createInProcessBus } from '../../packages/server/src/bus/in-process-bus.ts'
import { systemClock } from '../../packages/server/src/clock.ts'
import { createPresence } from '../../packages/server/src/reception/presence.ts'
import { createReception, type Reception } from '../../packages/server/src/reception/reception.ts'
import { isRefused } from '../../packages/server/src/reception/refused.ts'
import { createStores } from '../../packages/server/src/reception/stores.ts'
import { seedDemo } from '../../packages/server/src/seed/seed-demo.ts'
import type { ConversationKey } from '../../packages/server/src/store/conversations.ts'
import type { Database } from '../../packages/server/src/store/database.ts'
import { openDatabase } from '../../packages/server/src/store/open-database.ts'
import { countQueries } from '../../test/protocol/console-stage/count-queries.ts'
import { percentile } from '../statistics.ts'
import type { Measure } from './measure.ts'

const BUYERS = 50
const NOWHERE = 'http://127.0.0.1'

type Happens = (node: Reception, key: ConversationKey) => Promise<object>

const said: Happens = (node, key) =>
  node.receive(key, { id: 'bench-cold-1.1', content: { kind: 'text', text: 'And the price?' } })
const opened: Happens = (node, key) => node.enter(key, { entry: 'store_home' })
const wanted: Happens = (node, key) =>
  node.receive(key, { id: 'bench-cold-1.1', content: { kind: 'menu', item: 'person' } })

/** The first event of a conversation on a node that serves its shop and knows nothing of it: what it asks of the database. */
export const cold: Measure = {
  name: 'cold',
  run: async ({ postgres, tell }) => {
    const databaseUrl = await postgres.newDatabase()
    const database = await openDatabase({ databaseUrl, dataDirectory: '', log: createLog('silent') })
    try {
      tell('cold: the first event of conversations that the node does not know')
      const rows = [
        { what: 'a word', ...(await measure(database, said)) },
        { what: 'the chat is opened', ...(await measure(database, opened)) },
        { what: 'a wish for a person', ...(await measure(database, wanted)) },
      ]
      return {
        tables: [
          {
            title: `First event of a conversation on another node, ${String(BUYERS)} of each, commit not counted as a query`,
            columns: ['event', 'queries at most', 'p50 ms', 'p95 ms'],
            rows: rows.map(({ what, queries, tookMs }) => [
              what,
              queries,
              percentile(tookMs, 0.5),
              percentile(tookMs, 0.95),
            ]),
          },
        ],
        targets: [
          {
            what: 'first event of a conversation on another node',
            reached: Math.max(...rows.map(({ queries }) => queries)),
            bound: { atMost: 2 },
            unit: 'queries',
          },
        ],
      }
    } finally {
      await database.close()
    }
  },
}

/** One node receives the buyers, and a fresh one, which knows the shop by a buyer of its own, hears of each for the first time. */
async function measure(original: Database, happens: Happens) {
  const first = await openNode(original)
  const keys = []
  for (let buyer = 0; buyer < BUYERS; buyer += 1) keys.push(await receiveBuyer(first))
  await first.close()

  const { database, taken } = countQueries(original)
  const second = await openNode(database)
  await receiveBuyer(second)
  await second.node.settled()
  let queries = 0
  const tookMs: number[] = []
  for (const key of keys) {
    taken()
    const startedAt = performance.now()
    const outcome = await happens(second.node, key)
    tookMs.push(performance.now() - startedAt)
    if (isRefused(outcome)) throw new Error(`A cold conversation was refused: ${outcome.refused}.`)
    queries = Math.max(queries, taken())
  }
  await second.close()
  return { queries, tookMs }
}

type Node = Awaited<ReturnType<typeof openNode>>

async function openNode(database: Database) {
  const log = createLog('silent')
  const parts = { database, bus: createInProcessBus(log), clock: systemClock, log }
  const stores = createStores(database, systemClock)
  const presence = createPresence(parts)
  const shared = { ...parts, stores, presence }
  const store = await stores.byPublicId((await seedDemo(shared, NOWHERE)) ?? '')
  if (store === null) throw new Error('The demo store is missing.')
  const node = createReception({ ...shared, ownOrigin: () => NOWHERE })
  return { node, storeId: store.id, close: () => presence.stop() }
}

/** A buyer who opened the chat, wrote, and left. */
async function receiveBuyer({ node, storeId }: Node): Promise<ConversationKey> {
  const visit = await node.hello(
    storeId,
    { after: 0, locale: 'en' },
    {
      say: () => undefined,
      refuse: () => undefined,
      drained: () => Promise.resolve(),
    },
  )
  if (isRefused(visit)) throw new Error(`The buyer was refused: ${visit.refused}.`)
  await node.enter(visit.key, { entry: 'store_home' })
  await node.receive(visit.key, { id: 'bench-warm-1.1', content: { kind: 'text', text: 'Hello' } })
  visit.leave()
  return visit.key
}
