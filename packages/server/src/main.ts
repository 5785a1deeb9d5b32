import closeWithGrace from 'close-with-grace'
import { pino } from 'pino'
import { readConfig } from './config/read-config.ts'
import { createLog } from './observability/create-log.ts'
import { startServer } from './start-server.ts'
import { openClockPort } from './test-clock/open-clock-port.ts'
import { createTestClock } from './test-clock/test-clock.ts'
import { UNTIMED_LIMITS } from './test-clock/untimed-limits.ts'
import { greeting } from './web/greeting.ts'
import { whyNotStarted } from './web/why-not-started.ts'

// The start of the process, and the only file that touches it: environment, output, signals, exit code.

/** Longer than this and the end is not clean any more: whatever waits is cut off, and clients repeat. */
const END_WITHIN_MS = 25_000

const read = readConfig(process.env)
if (!read.ok) {
  console.error('Shopbell cannot start with these settings:')
  for (const problem of read.problems) console.error(`  ${problem}`)
  console.error('docs/configuration.md lists all settings.')
  process.exit(1)
}
const { config } = read

// People read standard output, programs the log: that goes to standard error.
const log = createLog(config.logLevel, pino.destination({ dest: 2, sync: true }))

try {
  const testClock = config.testClockPort === null ? null : createTestClock(Date.now())
  const server = await startServer({
    config,
    log,
    onLost: endAtOnce,
    usage,
    ...(testClock && { clock: testClock, limits: UNTIMED_LIMITS }),
  })
  const clockPort =
    testClock &&
    (await openClockPort({ clock: testClock, port: config.testClockPort ?? 0, catchUp: server.catchUp }))
  closeWithGrace({ delay: END_WITHIN_MS, logger: false }, async ({ err, signal }) => {
    if (err === undefined) log.info({ signal }, 'going down')
    else log.fatal({ err }, 'something failed that nobody caught; going down')
    await clockPort?.close()
    await server.stop()
    log.info('ended')
  })
  // Last, because whoever reads that it is open may ask it to end.
  console.log(greeting({ ...server, testClock: clockPort?.url ?? null }))
} catch (error) {
  log.fatal({ err: error }, 'could not start')
  console.error(whyNotStarted(error, config))
  process.exit(1)
}

function usage() {
  const { user, system } = process.cpuUsage()
  return { residentBytes: process.memoryUsage.rss(), processorSeconds: (user + system) / 1_000_000 }
}

/** Without its database the process is of no use; whoever watches over it starts it again, and clients repeat what was not stored. */
function endAtOnce(error: Error): never {
  log.fatal({ err: error }, 'the database is gone')
  process.exit(1)
}
