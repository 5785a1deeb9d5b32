import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { canonicalFlow, type FlowDocument } from '@shopbell/engine'
import { FlowImported, Published } from '@shopbell/protocol'
import { createLog } from '@shopbell/server'
import { openDatabase } from '../../../packages/server/src/store/open-database.ts'
import { putProduct } from '../../tools/put-product.ts'
import { runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { createStore } from '../../../packages/server/src/store/stores.ts'
import { newEmbeddedData } from '../../tools/embedded-data.ts'
import type { Shop } from '../read-shop.ts'
import { type MovedServer, startMovedServer } from '../../tools/start-moved-server.ts'
import { openConsoleApi, type ConsoleApi } from './console-api.ts'

/** A running server with one sample shop and its flow published. */
export interface LiveShop {
  readonly url: string
  readonly store: string
  readonly clock: MovedServer['clock']
  readonly shop: Shop
  readonly api: ConsoleApi
  /** Imports and publishes, as a seller does. */
  readonly publish: (document: FlowDocument) => Promise<void>
  readonly stop: () => Promise<void>
}

/** A new embedded database takes seconds, on a busy machine a minute. */
export const START_WITHIN_MS = 180_000

/** Starts a server in a process of its own, on an embedded database; the flow is imported and published as a seller would do it. */
export async function startLiveShop(shop: Shop, startsAt: number): Promise<LiveShop> {
  const dataDirectory = await newEmbeddedData('shopbell-conversations-')
  await seed(shop, dataDirectory, startsAt)
  const server = await startMovedServer(startsAt, { SHOPBELL_DATA: dataDirectory, SHOPBELL_DEMO: 'off' })
  const { clock } = server
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(dataDirectory, { recursive: true })
  }
  try {
    const api = await openConsoleApi(server.url, server.setupLink ?? '')
    const publish = (document: FlowDocument): Promise<void> => publishAt(api, document)
    await publish(shop.document)
    return { url: server.url, store: shop.folder, shop, clock, api, publish, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The console cannot make stores and products yet, so these are put into the database before the server starts. */
async function seed(shop: Shop, dataDirectory: string, at: number): Promise<void> {
  const database = await openDatabase({ dataDirectory, log: createLog('silent') })
  const { id } = await createStore(database, {
    publicId: shop.folder,
    name: shop.name,
    profile: shop.ruleBook,
    timeZone: shop.timeZone,
    defaultLocale: shop.document.defaultLocale,
    epoch: randomUUID(),
    at,
  })
  await runAsStore(database, id, async (tx) => {
    for (const [index, card] of shop.products.entries()) await putProduct(tx, id, card, index + 1)
  })
  await database.close()
}

async function publishAt(api: ConsoleApi, document: FlowDocument): Promise<void> {
  const { revision } = await api.ask('POST', 'flow/import', FlowImported, canonicalFlow(document))
  await api.ask('POST', 'flow/publish', Published, JSON.stringify({ revision }))
}
