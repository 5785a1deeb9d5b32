export { kyselyStorage, type KyselyStorage } from './storage/kysely-storage.ts'
