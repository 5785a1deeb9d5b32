import { rmSync } from 'node:fs'
import { createLog } from '@shopbell/server'
import type { Database } from '../../packages/server/src/store/database.ts'
import { openDatabase } from '../../packages/server/src/store/open-database.ts'
import type { StepRecord } from '../../packages/server/src/store/step-record.ts'
import { newEmbeddedData } from '../../test/tools/embedded-data.ts'
import { openArraysJournal } from '../commits/arrays-journal.ts'
import { COMMIT, FILL } from '../commits/commit-tasks.ts'
import { tapSteps, type TapSteps } from '../commits/tap-steps.ts'
import { watchEventLoop } from '../commits/watch-event-loop.ts'
import { serveTasks, serving } from '../process/serve-tasks.ts'
import { percentile } from '../statistics.ts'

// The limit: batches of the server's own rows, one after the other on one connection, and nothing else.

type Commit = (steps: readonly StepRecord[]) => Promise<ReadonlySet<number>>

interface Filled {
  readonly steps: TapSteps
  readonly commit: Readonly<Record<'own' | 'arrays', Commit>>
}

let filled: Filled | null = null

serveTasks([
  serving(FILL, async ({ databaseUrl, conversations }) => {
    const database = await open(databaseUrl)
    filled = {
      steps: await tapSteps(database, conversations),
      commit: {
        own: database.journal.commit,
        arrays: databaseUrl === null ? noArrays : openArraysJournal(databaseUrl),
      },
    }
    return null
  }),
  serving(COMMIT, async ({ batch, durationMs, form }) => {
    if (filled === null) throw new Error('Fill the database first.')
    const { steps, commit } = filled
    const latenciesMs: number[] = []
    const loop = watchEventLoop()
    const startedAt = performance.now()
    let now = startedAt
    while (now - startedAt < durationMs) {
      const committed = await commit[form](steps.next(batch))
      if (committed.size !== batch) throw new Error('A step lost a race that nobody else was in.')
      const endedAt = performance.now()
      latenciesMs.push(endedAt - now)
      now = endedAt
    }
    const count = latenciesMs.length * batch
    return {
      ...loop.stop(),
      perSecond: (count * 1_000) / (now - startedAt),
      steps: count,
      p50Ms: percentile(latenciesMs, 0.5),
      p99Ms: percentile(latenciesMs, 0.99),
    }
  }),
])

async function open(databaseUrl: string | null): Promise<Database> {
  const directory = await newEmbeddedData('shopbell-bench-')
  process.once('exit', () => {
    rmSync(directory, { recursive: true, force: true })
  })
  return openDatabase({
    dataDirectory: directory,
    log: createLog('warn', { write: (line) => void process.stderr.write(line) }),
    ...(databaseUrl === null ? {} : { databaseUrl }),
  })
}

function noArrays(): Promise<ReadonlySet<number>> {
  throw new Error('The embedded database is measured in the server’s own form only.')
}
