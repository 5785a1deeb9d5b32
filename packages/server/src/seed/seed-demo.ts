import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import {
  behaviourHash,
  canonicalFlow,
  compileFlow,
  isPublishable,
  parseFlow,
  validateFlow,
} from '@shopbell/engine'
import type { Product } from '@shopbell/protocol'
import type { Logger } from 'pino'
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import { REPOSITORY } from '../config/repository.ts'
import { profileOfStore } from '../reception/profile-of-store.ts'
import type { Database } from '../store/database.ts'
import { sqlStateOf } from '../store/failure.ts'
import { saveDraft } from '../store/flow-draft.ts'
import { insertVersion } from '../store/flow-versions.ts'
import { lockPinned, setPinned } from '../store/products.ts'
import { putProducts } from '../store/put-products.ts'
import { wasRemoved } from '../store/removed-stores.ts'
import { runAsJournal, runAsStore } from '../store/run-as.ts'
import { createStore, findStoreByPublicId, type StoreRow } from '../store/stores.ts'
import { readSampleShop, type SampleShop } from './read-sample-shop.ts'

/** The `data-store` of the demo shop's pages. */
export const DEMO_STORE = 'demo'

/** The sample flow that the demo store runs, with the shop around it. */
const SAMPLE = new URL('flows/export-factory/', REPOSITORY)
const BRAND = '#1F4D44'
const UNIQUE_VIOLATION = '23505'

export interface SeedParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Logger
}

/** The demo shop's page and pictures of its products, under `/demo/`. */
const PAGE = 'product.html'
const PICTURES: Readonly<Record<string, string>> = {
  'TRAIL-750': 'trail-750-fjord.svg',
  'CAMP-500': 'camp-500-clay.svg',
  'SLIM-1L': 'slim-1l-steel.svg',
}

/**
 * Makes the demo store with its published flow, where they are missing, and puts its products with addresses under `url`, which may
 * be another one at every start. Returns the store's public id; null: its owner removed it, and it stays away.
 */
export async function seedDemo(parts: SeedParts, url: string): Promise<string | null> {
  if (await runAsJournal(parts.database, (tx) => wasRemoved(tx, DEMO_STORE))) return null
  const shop = await readSampleShop(new URL('shop.json', SAMPLE))
  const store = (await findDemo(parts)) ?? (await createDemo(parts, shop))
  if (store.liveVersion === null) await publishSample(parts, store)
  const products = shop.products.map((product) => withAddresses(product, `${url}/demo/`))
  await runAsStore(parts.database, store.id, async (tx) => {
    await putProducts(tx, store.id, products, parts.clock.now())
    // Whoever tries the console may have pinned others.
    if ((await lockPinned(tx, store.id)).length > 0) return
    const refs = products.map(({ ref }) => ref)
    await setPinned(tx, store.id, refs)
  })
  parts.bus.publish({ type: 'flow', storeId: store.id })
  return DEMO_STORE
}

function withAddresses(product: Product, demo: string): Product {
  const picture = PICTURES[product.ref]
  return {
    ...product,
    url: `${demo}${PAGE}`,
    ...(picture === undefined ? {} : { image: `${demo}pictures/${picture}` }),
  }
}

function findDemo({ database }: SeedParts): Promise<StoreRow | null> {
  return runAsJournal(database, (tx) => findStoreByPublicId(tx, DEMO_STORE))
}

async function createDemo(parts: SeedParts, shop: SampleShop): Promise<StoreRow> {
  const { database, clock, log } = parts
  try {
    const store = await createStore(database, {
      publicId: DEMO_STORE,
      name: shop.name,
      profile: shop.ruleBook,
      timeZone: shop.timeZone,
      defaultLocale: 'en',
      brand: BRAND,
      epoch: randomUUID(),
      at: clock.now(),
    })
    log.info({ store: DEMO_STORE }, 'made the demo store')
    return store
  } catch (error) {
    // Another server that starts on the same database was faster.
    const store = sqlStateOf(error) === UNIQUE_VIOLATION ? await findDemo(parts) : null
    if (store === null) throw error
    return store
  }
}

async function publishSample({ database, clock }: SeedParts, store: StoreRow): Promise<void> {
  const flow = parseFlow(await readFile(new URL('flow.json', SAMPLE), 'utf8'))
  const profile = await runAsStore(database, store.id, (tx) => profileOfStore(tx, store.id, clock.now()))
  const problems = flow.ok ? validateFlow(flow.document, profile) : flow.problems
  if (!flow.ok || !isPublishable(problems)) {
    const [first] = problems
    throw new Error(`The sample flow cannot be published: ${first?.message ?? ''} (${first?.at ?? ''})`)
  }
  const document = canonicalFlow(flow.document)
  const publishedAt = clock.now()
  await runAsStore(database, store.id, async (tx) => {
    const { version } = await insertVersion(tx, store.id, {
      document,
      hash: behaviourHash(flow.document),
      listVersion: compileFlow(flow.document).list?.version ?? null,
      note: 'The demo shop’s first version',
      publishedAt,
      publishedBy: 'Shopbell',
    })
    await saveDraft(tx, store.id, { document, base: version, savedAt: publishedAt, savedBy: 'Shopbell' })
  })
}
