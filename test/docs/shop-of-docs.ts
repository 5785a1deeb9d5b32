import { openConsoleApi } from '../conversations/live/console-api.ts'
import { createPostgresDatabase } from '../database/store/test-database.ts'
import { runShopbell } from '../tools/run-shopbell.ts'
import { startShop } from '../tools/start-shop.ts'
import { ROOT } from './doc-blocks.ts'
import type { StandIns } from './stand-ins.ts'

/** The shop that the docs speak of: a server on PostgreSQL with the demo store, its owner, a token and three versions of its flow. */
export interface ShopOfDocs extends StandIns {
  readonly stop: () => Promise<void>
}

/** Two more than the demo's own, because the docs export “version 3”. */
const PUBLISHED = ['craft-studio', 'export-factory']

export async function startShopOfDocs(postgresUrl: string): Promise<ShopOfDocs> {
  const database = await createPostgresDatabase(postgresUrl)
  const shop = await startShop({ environment: { DATABASE_URL: database.url } })
  const { token } = await openConsoleApi(shop.url, shop.setupLink ?? '')
  for (const flow of PUBLISHED) {
    await shopbell('import', `${ROOT}flows/${flow}/flow.json`, '--to', shop.url)
    await shopbell('publish', '--to', shop.url)
  }
  return {
    url: shop.url,
    token,
    databaseUrl: database.url,
    stop: async () => {
      await shop.stop()
      await database.drop()
    },
  }

  async function shopbell(...args: readonly string[]): Promise<void> {
    const { exitCode, err } = await runShopbell(args, { SHOPBELL_TOKEN: token })
    if (exitCode !== 0) throw new Error(`shopbell ${args.join(' ')}: ${err}`)
  }
}
