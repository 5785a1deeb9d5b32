import { readConfig } from '../../../packages/server/src/config/read-config.ts'
import { createLog } from '../../../packages/server/src/observability/create-log.ts'
import { BUYER_LIMITS } from '../../../packages/server/src/socket/buyer-limits.ts'
import { startServer } from '../../../packages/server/src/start-server.ts'
import { NO_LIMITS } from '../../tools/no-limits.ts'
import { BROKEN_BUILDS } from './broken/broken-build.ts'
import { crashAt } from './crash-at.ts'
import { joinAlterations } from './join-alterations.ts'
import { NODE_OPTIONS_VARIABLE, type NodeOptions } from './node-options.ts'
import { wakeTrouble } from './wake-trouble.ts'

// A server process as operators run it, put together by the same `startServer`, with a fault built in where the environment asks for
// one. The server's own package contains no faults, so there is nothing to switch off in production.

const read = readConfig(process.env)
if (!read.ok) throw new Error(read.problems.join(' '))
// The test that starts this process writes the variable from a `NodeOptions`.
const options = JSON.parse(process.env[NODE_OPTIONS_VARIABLE] ?? '{}') as NodeOptions
const { crash, build, wakes, clockAheadMs = 0, beatEveryMs, limits } = options

const server = await startServer({
  config: read.config,
  log: createLog(read.config.logLevel, process.stderr),
  limits: limits ? BUYER_LIMITS : NO_LIMITS,
  clock: { now: () => Date.now() + clockAheadMs },
  onLost: () => process.exit(1),
  alter: joinAlterations([
    ...(crash === undefined ? [] : [crashAt(crash)]),
    ...(build === undefined ? [] : [BROKEN_BUILDS[build]()]),
    ...(wakes === undefined ? [] : [wakeTrouble(wakes)]),
  ]),
  ...(beatEveryMs === undefined ? {} : { beatEveryMs }),
})
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))
console.log(server.url)
