import { workerData } from 'node:worker_threads'
import { openPGlite } from './open-pglite.ts'

// Creates the files of a new embedded database and ends. A thread of its own, because initialising leaves 200 MB behind.

const database = await openPGlite(workerData)
await database.close()
