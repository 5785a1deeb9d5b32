import { openDatabase } from '../../../packages/server/src/store/open-database.ts'
import { SILENT } from './test-database.ts'

// A process for tests: opens the database it is given as a server does at its start, and closes it.

const [databaseUrl] = process.argv.slice(2)
const database = await openDatabase({ databaseUrl, dataDirectory: '', log: SILENT })
await database.close()
process.stdout.write('served\n')
