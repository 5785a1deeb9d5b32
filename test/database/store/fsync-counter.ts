import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

// A process for tests: counts how often the embedded database asks the operating system to bring files to the disk, while it
// commits ten times. Everybody who imports `fsyncSync` from now on gets the one that counts.

const fsync = fs.fsyncSync
let asked = 0
fs.fsyncSync = (file) => {
  asked++
  fsync(file)
}
syncBuiltinESMExports()

const { openPGlite } = await import('../../../packages/server/src/store/pglite/open-pglite.ts')
const database = await openPGlite(process.argv[2]!)
await database.exec('create table bells (id bigint primary key)')
const before = asked
for (let id = 0; id < 10; id++) await database.query('insert into bells values ($1)', [id])
const during = asked - before
await database.close()
process.stdout.write(`fsync ${during}\n`)
