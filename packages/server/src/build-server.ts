import type { ExtensionSet } from '@shopbell/engine'
import type { IncomingMessage } from 'node:http'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import { createClientIds } from './botkit/create-client-ids.ts'
import { openBotkitDoor } from './botkit/open-botkit-door.ts'
import { openConsoleSockets } from './console-socket/console-sockets.ts'
import { answerError } from './http/answer-error.ts'
import { registerBotkitRoutes } from './http/botkit/botkit-routes.ts'
import { refuse } from './http/refuse.ts'
import { registerConsoleApi } from './http/register-console-api.ts'
import { registerHealth } from './observability/health.ts'
import { registerMetrics } from './observability/metrics/metrics-route.ts'
import type { ServerMetrics } from './observability/metrics/server-metrics.ts'
import { consolePages } from './pages/console-pages.ts'
import { demoPages } from './pages/demo-pages.ts'
import { findBuilds } from './pages/find-builds.ts'
import { problemPages } from './pages/problem-pages.ts'
import { widgetPages } from './pages/widget-pages.ts'
import type { Egress } from './egress/egress.ts'
import type { SendMail } from './accounts/send-mail.ts'
import { findLauncher } from './storefront/find-launcher.ts'
import { createPageNotes } from './storefront/page-notes.ts'
import type { Bus } from './bus/bus.ts'
import type { Clock } from './clock.ts'
import type { Presence } from './reception/presence.ts'
import type { Reception } from './reception/reception.ts'
import type { Stores } from './reception/stores.ts'
import { openBuyerDoor } from './socket/open-buyer-door.ts'
import { createBuyerGate } from './socket/buyer-gate.ts'
import type { Door, DoorParts } from './socket/open-door.ts'
import type { BuyerLimits } from './socket/buyer-limits.ts'
import type { Heartbeat } from './web/heartbeat.ts'
import type { Database } from './store/database.ts'
import { runAsJournal } from './store/run-as.ts'
import { storeById } from './store/stores.ts'
import { dispatchUpgrades } from './web/dispatch-upgrades.ts'
import { API_POLICY, EVERYWHERE, HSTS } from './web/security-headers.ts'
import { clientAddress, createTrust } from './web/trusted-proxies.ts'
import type { Seal } from './webhooks/seal.ts'

export interface ServerParts {
  readonly config: Config
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Logger
  readonly reception: Reception
  readonly stores: Stores
  readonly presence: Presence
  readonly extensions: ExtensionSet
  readonly heartbeat: Heartbeat
  readonly limits: BuyerLimits
  /** Null: this server sends no mail. */
  readonly sendMail: SendMail | null
  /** Origin under which browsers know this server; a free port is known only after listening. */
  readonly ownOrigin: () => string
  readonly draining: () => boolean
  readonly metrics: ServerMetrics
  readonly egress: Egress
  readonly seal: Seal
}

export interface BuiltServer {
  readonly app: FastifyInstance
  /** Everything it answers over HTTP, as `GET /api/v1/session`; what answers every method is `* /console`. */
  readonly routes: readonly string[]
  /** Asks every open socket to come back later. */
  readonly drainSockets: () => void
  /** Rejects when the database does not answer. */
  readonly askDatabase: () => Promise<unknown>
  readonly countSockets: () => { readonly buyer: number; readonly console: number }
}

/** Largest request body: a flow file, and a little room for what carries it. */
const MAX_BODY_BYTES = 300 * 1_024
const REQUEST_WITHIN_MS = 10_000
const KEEP_ALIVE_MS = 72_000

/** Everything this process answers: HTTP routes, pages, and the upgrades of both sockets. Listens to nothing yet. */
export async function buildServer(parts: ServerParts): Promise<BuiltServer> {
  const { config, database, draining, log, metrics, ownOrigin } = parts
  const trusts = createTrust(config.trustProxy)
  const loggerInstance: FastifyBaseLogger = log
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy.length === 0 ? false : (address) => trusts(address),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_WITHIN_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    routerOptions: { maxParamLength: 200 },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
    genReqId: () => crypto.randomUUID(),
    // An address that is no address gets an answer of the catalogue like everything else.
    frameworkErrors: answerError,
    // Open WebSockets are told to leave first; what is still there then must not hold up the end.
    forceCloseConnections: true,
  })

  const routes = noteRoutes(app)
  sendSecurityHeaders(app, config)
  logRequests(app)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) => {
    refuse(request, reply, { refused: 'NOT_FOUND' })
  })

  const askDatabase = () => runAsJournal(database, (tx) => storeById(tx, 0))
  app.decorate('onRefused', metrics.refused)
  if (config.metricsToken !== null) {
    registerMetrics(app, { token: config.metricsToken, metrics })
  }
  registerHealth(app, { draining, askDatabase })
  problemPages(app)
  const builds = findBuilds()
  const pages = createPageNotes(parts)
  await widgetPages(app, {
    directory: builds.widget,
    findLauncher: (request) => findLauncher({ ...parts, pages }, request),
  })
  await demoPages(app, builds.demoShop)
  await consolePages(app, { module: builds.consoleModule, ownOrigin })
  await registerConsoleApi(app, parts)

  const doorParts = {
    ...parts,
    pages,
    onRefused: metrics.refused,
    gate: createBuyerGate(parts.limits),
    addressOf: (request: IncomingMessage) => clientAddress(request, trusts),
  }
  const buyers = openBuyerDoor(doorParts)
  const botkit = await openBotkit(app, doorParts)
  const consoles = openConsoleSockets({ ...parts, ownOrigin, onRefused: metrics.refused })
  dispatchUpgrades(app.server, {
    draining,
    routes: new Map([
      ['/v1/chat', buyers.accept],
      ...(botkit === null ? [] : botkit.paths.map((path) => [path, botkit.door.accept] as const)),
      ['/v1/console', consoles.accept],
    ]),
  })
  return {
    app,
    routes,
    askDatabase,
    countSockets: () => ({ buyer: buyers.count() + (botkit?.door.count() ?? 0), console: consoles.count() }),
    drainSockets: () => {
      buyers.drain()
      botkit?.door.drain()
      consoles.drain()
    },
  }
}

/** The door of Botkit's web clients, by socket and by webhook, where an operator opened it; null: it is shut. */
async function openBotkit(
  app: FastifyInstance,
  parts: ServerParts & DoorParts,
): Promise<{ readonly door: Door; readonly paths: readonly string[] } | null> {
  const { botkit, botkitStore } = parts.config
  if (botkit === null) return null
  const botkitParts = { ...parts, defaultStore: botkitStore, newId: createClientIds() }
  await registerBotkitRoutes(app, botkitParts)
  return { door: openBotkitDoor(botkitParts), paths: botkit === 'root' ? ['/botkit', '/'] : ['/botkit'] }
}

/** The routes as they are registered, for the tests that hold who may use what. HEAD comes with GET and says nothing of its own. */
function noteRoutes(app: FastifyInstance): readonly string[] {
  const routes: string[] = []
  app.addHook('onRoute', ({ method, url }) => {
    const methods = [method].flat().filter((one) => one !== 'HEAD')
    if (methods.length > 1) routes.push(`* ${url}`)
    else for (const one of methods) routes.push(`${one} ${url}`)
  })
  return routes
}

/** Every answer gets these; a page that sends a policy of its own keeps it. */
function sendSecurityHeaders(app: FastifyInstance, { publicUrl }: Config): void {
  const always =
    publicUrl?.protocol === 'https:' ? { ...EVERYWHERE, 'strict-transport-security': HSTS } : EVERYWHERE
  app.addHook('onRequest', async (_request, reply) => {
    void reply.headers(always).header('content-security-policy', API_POLICY)
  })
}

/**
 * One line per answer, without query, headers and body: a token could be in any of them. Pages and pictures that were found are
 * for those who look closely.
 */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request
    const { statusCode: status, elapsedTime } = reply
    const level = method === 'GET' && status < 400 ? 'debug' : 'info'
    request.log[level](
      { method, path: url.split('?')[0], status, durationMs: Math.round(elapsedTime) },
      'answered',
    )
  })
}
