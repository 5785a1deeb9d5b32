import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { issueSetupToken } from './accounts/setup-token.ts'
import { buildServer } from './build-server.ts'
import { createInProcessBus } from './bus/in-process-bus.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config/config.ts'
import { startTimers } from './jobs/timers.ts'
import type { Moment } from './reception/moment.ts'
import { createPresence } from './reception/presence.ts'
import { createReception } from './reception/reception.ts'
import { createStores } from './reception/stores.ts'
import { seedDemo } from './seed/seed-demo.ts'
import { BUYER_LIMITS, type BuyerLimits } from './socket/buyer-limits.ts'
import { createHeartbeat } from './web/heartbeat.ts'
import { openDatabase } from './store/open-database.ts'
import { BEAT_EVERY_MS } from '@shopbell/protocol'

export interface StartOptions {
  readonly config: Config
  readonly log: Logger
  readonly clock?: Clock
  readonly limits?: BuyerLimits
  readonly beatEveryMs?: number
  /** For fault tests: called at the moments of a step. */
  readonly reached?: (moment: Moment) => void
}

export interface RunningServer {
  /** Where browsers reach it: the public address, or the one it listens on. No slash at the end. */
  readonly url: string
  readonly port: number
  /** The link that creates the owner's account; null once there is an owner. */
  readonly setupLink: string | null
  readonly demoStore: string | null
  /** What a power cut can cost; null: nothing. */
  readonly durabilityNote: string | null
  /** Sends everyone away, lets begun work finish, closes. Safe to call twice. */
  readonly stop: () => Promise<void>
}

/** Opens the database, serves, and looks after the timers. Throws where it must not serve; then nothing is left open. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const {
    config,
    log,
    clock = systemClock,
    limits = BUYER_LIMITS,
    beatEveryMs = BEAT_EVERY_MS,
    reached,
  } = options
  const { databaseUrl, dataDirectory } = config
  const database = await openDatabase({
    dataDirectory,
    log,
    ...(databaseUrl === null ? {} : { databaseUrl }),
  })
  const undo: (() => Promise<unknown>)[] = [database.close]
  try {
    let isDraining = false
    let listeningOn = `http://${config.host}:${String(config.port)}`
    const url = () => config.publicUrl?.origin ?? listeningOn

    const bus = createInProcessBus(log)
    const stores = createStores(database, clock)
    const presence = createPresence(bus)
    const shared = { database, bus, clock, log, stores, presence }
    const reception = createReception({ ...shared, ...(reached === undefined ? {} : { reached }) })
    const demoStore = config.demo ? await seedDemo(shared) : null

    const heartbeat = createHeartbeat(beatEveryMs)
    const { app, drainSockets } = await buildServer({
      ...shared,
      config,
      reception,
      heartbeat,
      limits,
      ownOrigin: url,
      draining: () => isDraining,
    })
    undo.push(() => app.close())
    await app.listen({ port: config.port, host: config.host })
    const port = portOf(app.server.address())
    listeningOn = `http://${bracketed(config.host)}:${String(port)}`
    const timers = startTimers({ database, reception, clock, log })
    const token = await issueSetupToken(shared)

    let stopped: Promise<void> | undefined
    const stop = async () => {
      isDraining = true
      heartbeat.stop()
      drainSockets()
      await timers.stop()
      await reception.settled()
      await app.close()
      await database.close()
    }
    return {
      url: url(),
      port,
      setupLink: token === null ? null : `${url()}/console/setup#token=${token}`,
      demoStore,
      durabilityNote: database.durabilityNote,
      stop: () => (stopped ??= stop()),
    }
  } catch (error) {
    for (const close of undo.reverse()) await close()
    throw error
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string')
    throw new Error('A TCP server has an address with a port.')
  return address.port
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
