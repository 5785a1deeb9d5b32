import { PGlite, types } from '@electric-sql/pglite'
import { DurableNodeFS } from './durable-node-fs.ts'

/** As shipped, but for `-F` (no fsync); a small cache, because one shop's hot rows are few and the operating system caches, too. */
const START_PARAMETERS = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on'],
  ...['-c', 'wal_sync_method=fsync'],
  ...['-c', 'shared_buffers=8MB'],
  ...['-c', 'timezone=UTC'],
]

/** Opens (or creates) a PGlite whose int8 and date values read as with `pg` (see `create-pool.ts`). Blocks its thread: for workers. */
export function openPGlite(directory: string): Promise<PGlite> {
  return PGlite.create({
    fs: new DurableNodeFS(directory),
    startParams: START_PARAMETERS,
    parsers: { [types.INT8]: Number, [types.DATE]: (text) => text },
  })
}
