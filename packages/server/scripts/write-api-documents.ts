// Starts a server on an empty place and writes what is made from its descriptions.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog, readConfig, startServer } from '@shopbell/server'
import { apiDocuments } from './api-documents.ts'

const directory = mkdtempSync(join(tmpdir(), 'shopbell-api-'))
const read = readConfig({ PORT: '0', SHOPBELL_DATA: directory })
if (!read.ok) throw new Error(read.problems.join(' '))
const server = await startServer({ config: read.config, log: createLog('error') })
try {
  for (const { path, text } of await apiDocuments(server.url)) writeFileSync(path, text)
} finally {
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
}
