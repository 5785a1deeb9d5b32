export { nodeSqlite } from './storage/node-sqlite.ts'
export { kyselyStorage, type KyselyStorage } from './storage/kysely-storage.ts'
