import { randomUUID } from 'node:crypto'
import { createLog } from '@shopbell/server'
import type { Actor } from '../../packages/server/src/accounts/actor.ts'
import { createInProcessBus } from '../../packages/server/src/bus/in-process-bus.ts'
import { importProducts } from '../../packages/server/src/catalogue/import-products.ts'
import { readProductFile } from '../../packages/server/src/catalogue/read-product-file.ts'
import { systemClock } from '../../packages/server/src/clock.ts'
import {
  interestsOf,
  MAX_BUYER_EVENTS,
  putBuyerSignals,
} from '../../packages/server/src/store/buyer-events.ts'
import { createConversation } from '../../packages/server/src/store/conversations.ts'
import type { Database } from '../../packages/server/src/store/database.ts'
import { openDatabase } from '../../packages/server/src/store/open-database.ts'
import { runAsJournal, runAsStore } from '../../packages/server/src/store/run-as.ts'
import { createStore } from '../../packages/server/src/store/stores.ts'
import { percentile } from '../statistics.ts'
import type { Measure } from './measure.ts'

const PRODUCTS = 100_000
const CATEGORIES = 400
const ASKED = 300
const WARM_UP = 20
const ROWS_A_CHUNK = 500

/** A large catalogue on PostgreSQL: how long its file takes, and what recommending to a buyer of whom much is known costs. */
export const catalogue: Measure = {
  name: 'catalogue',
  run: async ({ postgres, tell }) => {
    const databaseUrl = await postgres.newDatabase()
    const database = await openDatabase({ databaseUrl, dataDirectory: '', log: createLog('silent') })
    try {
      const actor = await newStore(database)
      tell(`catalogue: importing ${String(PRODUCTS)} products`)
      const first = await importAll(database, actor)
      tell('catalogue: importing them again')
      const again = await importAll(database, actor)
      tell('catalogue: recommending')
      const before = postgres.processorUs()
      const asked = await recommend(database, actor.storeId)
      const processorMs = (postgres.processorUs() - before) / 1_000 / asked.length
      const p95 = percentile(asked, 0.95)
      return {
        tables: [
          {
            title: `Catalogue, ${String(PRODUCTS)} products in ${String(CATEGORIES)} categories`,
            columns: ['ms', 'p50', 'p95'],
            rows: [
              ['CSV file, all new', first, null],
              ['the same file, all replaced', again, null],
              [`interests of a buyer with ${String(MAX_BUYER_EVENTS)} events`, percentile(asked, 0.5), p95],
              ['of it the database’s processor time', processorMs, null],
            ],
          },
        ],
        targets: [
          {
            what: 'catalogue, 100,000 products',
            reached: Math.max(first, again),
            bound: { atMost: 30_000 },
            unit: 'ms',
          },
          {
            what: 'catalogue, interests of a buyer, database',
            reached: processorMs,
            bound: { atMost: 5 },
            unit: 'ms',
          },
        ],
      }
    } finally {
      await database.close()
    }
  },
}

async function newStore(database: Database): Promise<Actor> {
  const { id: storeId } = await createStore(database, {
    publicId: `bench-${randomUUID()}`,
    name: 'Bench',
    profile: 'marketplace',
    timeZone: 'UTC',
    defaultLocale: 'en',
    epoch: randomUUID(),
    at: Date.now(),
  })
  const by = { kind: 'api_token', tokenId: 1, scopes: [] } as const
  const person = { accountId: 1, personId: 1, publicId: 'bench', name: 'Bench', email: 'bench@shop.example' }
  return { storeId, ...person, role: 'owner', by }
}

async function importAll(database: Database, actor: Actor): Promise<number> {
  const startedAt = performance.now()
  const parts = { database, clock: systemClock, bus: createInProcessBus(createLog('silent')) }
  const products = await readProductFile(file(), 'csv')
  if (products === null) throw new Error('The file is too big.')
  const imported = await importProducts(parts, actor, products, true)
  if (!imported.saved) throw new Error(JSON.stringify(imported))
  return performance.now() - startedAt
}

const refOf = (n: number) => `SKU-${String(n).padStart(6, '0')}`

/** A file as a request brings it, piece by piece; some 15 MB. */
async function* file(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('ref,title,price,currency,image,url,category,sales\n')
  for (let from = 0; from < PRODUCTS; from += ROWS_A_CHUNK) {
    const rows = Array.from({ length: ROWS_A_CHUNK }, (_, place) => {
      const n = from + place
      const address = `https://shop.example/products/${refOf(n)}`
      return `${refOf(n)},"Bottle ${String(n)}, 750 ml 保温杯",${String(n % 900)}.50,USD,${address}.jpg,${address},C${String(n % CATEGORIES)},${String((n * 7_919) % 10_000)}\n`
    })
    yield Buffer.from(rows.join(''))
  }
}

/** Milliseconds of each time the interests are read, the transaction's own statements included. */
async function recommend(database: Database, storeId: number): Promise<readonly number[]> {
  const made = { storeId, publicId: randomUUID(), tokenHash: randomUUID(), locale: 'en', at: Date.now() }
  const conversationId = await runAsJournal(database, async (tx) => {
    const { id } = await createConversation(tx, made)
    const signals = Array.from({ length: MAX_BUYER_EVENTS }, (_, n) => ({
      storeId,
      conversationId: id,
      kind: n % 5 === 0 ? ('asked' as const) : ('viewed' as const),
      ref: refOf(n * 487),
      at: made.at - n * 60_000,
    }))
    await putBuyerSignals(tx, signals)
    return id
  })
  const tookMs: number[] = []
  for (let time = 0; time < ASKED + WARM_UP; time += 1) {
    const startedAt = performance.now()
    const { interests, products } = await runAsStore(database, storeId, (tx) =>
      interestsOf(tx, storeId, conversationId),
    )
    if (interests.length !== MAX_BUYER_EVENTS || products.length <= MAX_BUYER_EVENTS)
      throw new Error('The buyer’s interests are not all there.')
    if (time >= WARM_UP) tookMs.push(performance.now() - startedAt)
  }
  return tookMs
}
