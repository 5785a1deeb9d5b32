import { rmSync } from 'node:fs'
import { createLog, readConfig, startServer } from '@shopbell/server'
import { newEmbeddedData } from '../../test/tools/embedded-data.ts'
import { NO_LIMITS } from '../../test/tools/no-limits.ts'
import { withoutJournal } from '../commits/without-journal.ts'
import { serveTasks, serving } from '../process/serve-tasks.ts'
import { COLLECT_GARBAGE, OPEN } from '../process/server-tasks.ts'

// Shopbell as it is operated, but for the limits on buyers, which one address with thousands of them would reach.

const log = createLog('warn', { write: (line) => void process.stderr.write(line) })

serveTasks([
  serving(OPEN, async ({ databaseUrl, writes }) => {
    const directory = await newEmbeddedData('shopbell-bench-')
    process.once('exit', () => {
      rmSync(directory, { recursive: true, force: true })
    })
    const read = readConfig({
      PORT: '0',
      SHOPBELL_DEMO: 'on',
      // Who signs in says for whom: people of one address are slowed down together.
      SHOPBELL_TRUST_PROXY: '127.0.0.1',
      SHOPBELL_DATA: directory,
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    })
    if (!read.ok) throw new Error(read.problems.join(' '))
    const server = await startServer({
      config: read.config,
      log,
      limits: NO_LIMITS,
      ...(writes ? {} : { alter: { database: withoutJournal } }),
    })
    return { url: `${server.url.replace(/^http/, 'ws')}/v1/chat?store=${server.demoStore ?? ''}` }
  }),
  serving(COLLECT_GARBAGE, async () => {
    if (globalThis.gc === undefined) throw new Error('Start this program with --expose-gc.')
    await globalThis.gc({ execution: 'async', type: 'major' })
    return null
  }),
])
