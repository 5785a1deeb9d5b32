import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { issueSetupToken } from './accounts/setup-token.ts'
import { buildServer } from './build-server.ts'
import type { Bus } from './bus/bus.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config/config.ts'
import { loadExtensions } from './config/load-extensions.ts'
import { startSearchIndex } from './jobs/search-index.ts'
import { startForgetting } from './jobs/forget-answers.ts'
import { startRetention } from './jobs/retention.ts'
import { tellOfflineByMail } from './jobs/tell-offline-by-mail.ts'
import { startStoreRemoval } from './jobs/remove-stores.ts'
import { startTimers } from './jobs/timers.ts'
import { watchStores } from './jobs/watch-stores.ts'
import { startWebhooks } from './jobs/webhooks.ts'
import { createEgress } from './egress/egress.ts'
import { openMail } from './mail/open-mail.ts'
import { openSmtp } from './mail/open-smtp.ts'
import { measureJournal } from './store/measure-journal.ts'
import { createServerMetrics } from './observability/metrics/server-metrics.ts'
import type { ProcessUsage } from './observability/metrics/watch-sources.ts'
import { openBus } from './open-bus.ts'
import { createPresence } from './reception/presence.ts'
import { createReception, type Reception } from './reception/reception.ts'
import { createStores } from './reception/stores.ts'
import { seedDemo } from './seed/seed-demo.ts'
import { BUYER_LIMITS, type BuyerLimits } from './socket/buyer-limits.ts'
import { createHeartbeat } from './web/heartbeat.ts'
import { createSeal } from './webhooks/seal.ts'
import type { Database } from './store/database.ts'
import { openDatabase } from './store/open-database.ts'
import { BEAT_EVERY_MS } from '@shopbell/protocol'

export interface StartOptions {
  readonly config: Config
  readonly log: Logger
  readonly clock?: Clock
  readonly limits?: BuyerLimits
  readonly beatEveryMs?: number
  /** Called when the embedded database has died: nothing works any more, so end the process. */
  readonly onLost?: (error: Error) => void
  /** What the operating system says of this process, for the metrics. */
  readonly usage?: () => ProcessUsage
  /** For fault tests, which put a crash or a broken part between the real ones. */
  readonly alter?: Alterations
}

/** Takes a part as it is made, and gives the one that is used instead. */
export interface Alterations {
  readonly database?: (database: Database) => Database
  readonly bus?: (bus: Bus) => Bus
  readonly reception?: (reception: Reception, database: Database) => Reception
}

export interface RunningServer {
  /** Where browsers reach it: the public address, or the one it listens on. No slash at the end. */
  readonly url: string
  readonly port: number
  /** The link that creates the owner's account; null once there is an owner. */
  readonly setupLink: string | null
  readonly demoStore: string | null
  /** Folder of the embedded database; null with a PostgreSQL. */
  readonly embeddedIn: string | null
  /** What a power cut can cost; null: nothing. */
  readonly durabilityNote: string | null
  /** Does at once what is due by the clock; resolves when it is done. For who moves the clock. */
  readonly catchUp: () => Promise<void>
  /** Sends everyone away, lets begun work finish, closes. Safe to call twice. */
  readonly stop: () => Promise<void>
}

/** Long enough for a batch that waits for its database; the end of the process waits longer (`main.ts`). */
const SETTLE_WITHIN_MS = 10_000
/** Who was here is worth less than an end that comes. */
const LAST_WORD_WITHIN_MS = 1_000

/** Opens the database, serves, and looks after the timers. Throws where it must not serve; then nothing is left open. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const {
    config,
    log,
    clock = systemClock,
    limits = BUYER_LIMITS,
    beatEveryMs = BEAT_EVERY_MS,
    onLost,
    usage = () => ({ residentBytes: 0, processorSeconds: 0 }),
    alter = {},
  } = options
  const { databaseUrl, dataDirectory } = config
  const loaded = await loadExtensions(config.extensions, '.')
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'))
  const { extensions } = loaded
  const opened = await openDatabase({
    dataDirectory,
    log,
    ...(databaseUrl === null ? {} : { databaseUrl }),
    ...(onLost === undefined ? {} : { onLost }),
  })
  const metrics = createServerMetrics()
  const measured = { ...opened, journal: measureJournal(opened.journal, metrics) }
  const database = alter.database?.(measured) ?? measured
  const undo: (() => unknown)[] = [metrics.stop, database.close]
  try {
    let isDraining = false
    let listeningOn = `http://${config.host}:${String(config.port)}`
    const url = () => config.publicUrl?.origin ?? listeningOn

    const { bus: ownBus, close: closeBus } = await openBus({ database, databaseUrl, log })
    undo.push(closeBus)
    const bus = alter.bus?.(ownBus) ?? ownBus
    const stores = createStores(database, clock)
    const presence = createPresence({ database, bus, clock, log })
    undo.push(presence.stop)
    const shared = { database, bus, clock, log, stores, presence, extensions }
    const ownReception = createReception({ ...shared, ownOrigin: url })
    const reception = alter.reception?.(ownReception, database) ?? ownReception

    const mail = config.mail === null ? null : openMail({ ...shared, transport: openSmtp(config.mail) })
    if (mail !== null) undo.push(mail.stop)
    const egress = createEgress({ allow: config.webhookAllow })
    const seal = createSeal(config.secretKeys)
    const heartbeat = createHeartbeat(beatEveryMs)
    const { app, askDatabase, countSockets, drainSockets } = await buildServer({
      ...shared,
      config,
      egress,
      seal,
      reception,
      heartbeat,
      limits,
      sendMail: mail?.send ?? null,
      ownOrigin: url,
      draining: () => isDraining,
      metrics,
    })
    metrics.watch({ sockets: countSockets, queues: () => ({ ...reception.load() }), usage, askDatabase })
    undo.push(() => app.close())
    await app.listen({ port: config.port, host: config.host })
    const port = portOf(app.server.address())
    listeningOn = `http://${nameOf(config.host)}:${String(port)}`
    const demoStore = config.demo ? await seedDemo(shared, url()) : null
    const token = await issueSetupToken(shared)
    const removal = startStoreRemoval({ database, bus, log })
    undo.push(removal.stop)
    const storeWatch = watchStores({ database, reception, log })
    undo.push(storeWatch.stop)
    const timers = startTimers({ database, reception, clock, log, onFired: metrics.timerFired })
    const retention = startRetention({ database, bus, clock, log, keepDays: config.keepDays })
    const forgetting = startForgetting({ database, clock, log })
    const searchIndex = startSearchIndex({ database, bus, clock, log })
    const webhooks = startWebhooks({
      ...shared,
      egress,
      seal,
      ownOrigin: url,
      sendsMail: mail !== null,
      onAttempt: metrics.webhookTried,
    })
    undo.push(webhooks.stop)
    const telling = mail === null ? null : tellOfflineByMail({ ...shared, ownOrigin: url })

    let stopped: Promise<void> | undefined
    const stop = async () => {
      isDraining = true
      heartbeat.stop()
      drainSockets()
      await timers.stop()
      await storeWatch.stop()
      await telling?.stop()
      await webhooks.stop()
      await mail?.stop()
      await retention.stop()
      await forgetting.stop()
      await searchIndex.stop()
      await removal.stop()
      await settledInTime(reception, log)
      await Promise.race([presence.stop(), pause(LAST_WORD_WITHIN_MS, undefined, { ref: false })])
      await closeBus()
      await app.close()
      await database.close()
      metrics.stop()
    }
    return {
      url: url(),
      port,
      setupLink: token === null ? null : `${url()}/console/setup#token=${token}`,
      demoStore,
      embeddedIn: databaseUrl === null ? dataDirectory : null,
      durabilityNote: database.durabilityNote,
      catchUp: async () => {
        await timers.lookNow()
        await telling?.lookNow()
        await retention.lookNow()
        await forgetting.lookNow()
        await webhooks.lookNow()
      },
      stop: () => (stopped ??= stop()),
    }
  } catch (error) {
    for (const close of undo.reverse()) await close()
    throw error
  }
}

/** Steps that are under way may end, unless the database does not answer any more: their senders repeat them. */
async function settledInTime(reception: Reception, log: Logger): Promise<void> {
  const tooLate = Symbol()
  const patience = new AbortController()
  const outcome = await Promise.race([
    reception.settled(),
    pause(SETTLE_WITHIN_MS, tooLate, { signal: patience.signal, ref: false }),
  ])
  patience.abort()
  if (outcome === tooLate) log.warn('steps were still under way at the end; their senders will repeat them')
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string')
    throw new Error('A TCP server has an address with a port.')
  return address.port
}

/** How a browser on this machine names an address that the server listens on. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
