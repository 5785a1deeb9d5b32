import { rmSync } from 'node:fs'
import { CompiledQuery } from 'kysely'
import { createLog } from '../../../packages/server/src/observability/create-log.ts'
import { openDatabase } from '../../../packages/server/src/store/open-database.ts'
import { newEmbeddedData } from '../../tools/embedded-data.ts'
import type { Backing } from './backing.ts'
import { readSnapshot } from './read-snapshot.ts'
import { seedShop } from './seed-shop.ts'

/** The embedded database on files of its own. */
export async function newEmbeddedBacking(): Promise<Backing> {
  const dataDirectory = await newEmbeddedData('shopbell-fault-')
  const open = () => openDatabase({ dataDirectory, log: createLog('silent') })
  const seeding = await open()
  const apiToken = await seedShop(seeding)
  await seeding.close()
  return {
    environment: { SHOPBELL_DATA: dataDirectory },
    apiToken,
    watch: null,
    snapshot: async () => {
      const database = await open()
      const snapshot = await readSnapshot(async (sql) => {
        const { rows } = await database.db.executeQuery<{ readonly snapshot: string }>(CompiledQuery.raw(sql))
        return rows[0]?.snapshot ?? ''
      })
      await database.close()
      return snapshot
    },
    remove: () => {
      rmSync(dataDirectory, { recursive: true, force: true })
      return Promise.resolve()
    },
  }
}
