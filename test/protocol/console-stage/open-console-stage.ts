import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { type ExtensionSet, NO_EXTENSIONS } from '@shopbell/engine'
import type { FastifyInstance } from 'fastify'
import { buildServer } from '../../../packages/server/src/build-server.ts'
import type { SendMail } from '../../../packages/server/src/accounts/send-mail.ts'
import { createEgress } from '../../../packages/server/src/egress/egress.ts'
import { createSeal } from '../../../packages/server/src/webhooks/seal.ts'
import { createInProcessBus } from '../../../packages/server/src/bus/in-process-bus.ts'
import type { Bus } from '../../../packages/server/src/bus/bus.ts'
import type { Clock } from '../../../packages/server/src/clock.ts'
import { readConfig } from '../../../packages/server/src/config/read-config.ts'
import { createLog } from '../../../packages/server/src/observability/create-log.ts'
import { createServerMetrics } from '../../../packages/server/src/observability/metrics/server-metrics.ts'
import { createPresence, type Presence } from '../../../packages/server/src/reception/presence.ts'
import { createReception, type Reception } from '../../../packages/server/src/reception/reception.ts'
import { createStores } from '../../../packages/server/src/reception/stores.ts'
import type { Database } from '../../../packages/server/src/store/database.ts'
import { openDatabase } from '../../../packages/server/src/store/open-database.ts'
import { createStore } from '../../../packages/server/src/store/stores.ts'
import { createHeartbeat } from '../../../packages/server/src/web/heartbeat.ts'
import { newEmbeddedData } from '../../tools/embedded-data.ts'
import { NO_LIMITS } from '../../tools/no-limits.ts'

/** A clock that a test moves. */
export interface TestClock extends Clock {
  readonly forward: (ms: number) => void
}

/** The server as it is built for use, on a database of its own, with a clock that stands still and a log that is kept. */
export interface ConsoleStage {
  readonly app: FastifyInstance
  readonly database: Database
  readonly bus: Bus
  readonly clock: TestClock
  readonly presence: Presence
  readonly reception: Reception
  readonly extensions: ExtensionSet
  /** Sends every socket away, as a server that goes down does. */
  readonly drain: () => void
  readonly ownOrigin: () => string
  /** Serves under another public address from now on. */
  readonly moveTo: (origin: string) => void
  /** Every route that the server registered, as `GET /api/v1/…`. */
  readonly routes: readonly string[]
  /** The lines that were logged, as one text. */
  readonly logged: () => string
  /** Where it listens: `http://127.0.0.1:…`. */
  readonly url: () => string
  /** Address of the console's socket. */
  readonly socketUrl: () => string
  /** `profile`: its rule book, else `marketplace`; `name`: else one made of its public id. */
  readonly addStore: (
    publicId: string,
    own?: { readonly profile?: string; readonly name?: string },
  ) => Promise<number>
  readonly close: () => Promise<void>
}

export interface StageSettings {
  readonly ownOrigin?: string
  readonly beatEveryMs?: number
  /** An empty PostgreSQL database instead of an embedded one. */
  readonly databaseUrl?: string
  readonly sendMail?: SendMail
  readonly extensions?: ExtensionSet
  /** Environment variables beside the defaults. */
  readonly environment?: Readonly<Record<string, string>>
}

const NOON = Date.UTC(2026, 10, 20, 12)

export async function openConsoleStage({
  ownOrigin: startsUnder = 'http://console.test',
  beatEveryMs = 25_000,
  databaseUrl,
  sendMail,
  extensions = NO_EXTENSIONS,
  environment = {},
}: StageSettings = {}): Promise<ConsoleStage> {
  let origin = startsUnder
  const ownOrigin = () => origin
  const lines: string[] = []
  const log = createLog('debug', { write: (line) => void lines.push(line) })
  const dataDirectory = await newEmbeddedData('shopbell-console-')
  const database = await openDatabase({
    dataDirectory,
    log,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  })
  const clock = createTestClock(NOON)
  const bus = createInProcessBus(log)
  const presence = createPresence({ database, bus, clock, log })
  const stores = createStores(database, clock)
  const reception = createReception({
    database,
    bus,
    clock,
    log,
    stores,
    presence,
    extensions,
    ownOrigin,
  })
  const heartbeat = createHeartbeat(beatEveryMs, Math.min(1_000, beatEveryMs))
  const metrics = createServerMetrics()
  const read = readConfig({
    SHOPBELL_METRICS_TOKEN: 'the-metrics-token-of-the-tests',
    SHOPBELL_BOTKIT: 'on',
    ...environment,
    SHOPBELL_WEBHOOK_ALLOW: '127.0.0.1',
  })
  if (!read.ok) throw new Error(read.problems.join(' '))
  const { app, routes, drainSockets } = await buildServer({
    config: read.config,
    database,
    bus,
    clock,
    log,
    reception,
    stores,
    presence,
    extensions,
    heartbeat,
    limits: NO_LIMITS,
    metrics,
    egress: createEgress({ allow: read.config.webhookAllow }),
    seal: createSeal(read.config.secretKeys),
    sendMail: sendMail ?? null,
    ownOrigin,
    draining: () => false,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })

  return {
    app,
    database,
    bus,
    clock,
    presence,
    reception,
    extensions,
    drain: drainSockets,
    ownOrigin,
    moveTo: (other) => {
      origin = other
    },
    routes,
    logged: () => lines.join(''),
    url: () => app.listeningOrigin,
    socketUrl: () => app.listeningOrigin.replace('http', 'ws') + '/v1/console',
    addStore: async (publicId, { profile = 'marketplace', name = `Shop ${publicId}` } = {}) => {
      const epoch = randomUUID()
      const names = {
        publicId,
        name,
        profile,
        timeZone: 'UTC',
        defaultLocale: 'en',
      }
      return (await createStore(database, { ...names, epoch, at: clock.now() })).id
    },
    close: async () => {
      heartbeat.stop()
      metrics.stop()
      drainSockets()
      await reception.settled()
      await presence.stop()
      await app.close()
      await database.close()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

function createTestClock(start: number): TestClock {
  let now = start
  return {
    now: () => now,
    forward: (ms) => {
      now += ms
    },
  }
}
