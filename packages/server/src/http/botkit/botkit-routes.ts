import { BotkitAnswer, BotkitHistory, BotkitHistoryBody, BotkitQuery, BotkitUp } from '@shopbell/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { addressKey } from '../../accounts/address-key.ts'
import {
  browserCookie,
  buyerTokenOf,
  newBrowserSecret,
  readBrowserSecret,
} from '../../botkit/botkit-identity.ts'
import { localeOf } from '../../botkit/locale-of.ts'
import { meetBuyer } from '../../botkit/meet-buyer.ts'
import { type BotkitDoorParts, botkitStore } from '../../botkit/open-botkit-door.ts'
import { asHistory, asSaid } from '../../botkit/shown-in-botkit.ts'
import { takeFrame } from '../../botkit/take-frame.ts'
import type { Listener } from '../../reception/listener.ts'
import { isRefused, type Refused } from '../../reception/refused.ts'
import { letsIn } from '../../storefront/lets-in.ts'
import type { StoreRow } from '../../store/stores.ts'
import { answerError } from '../answer-error.ts'
import type { SchemaTypes } from '../console-app.ts'
import { limitRequests } from '../limit-requests.ts'
import { refuse } from '../refuse.ts'
import { checkAnswer, checkRequest } from '../schema-compilers.ts'

/** Messages that Botkit's client gets of earlier times. */
const HISTORY = 50
/** Nobody listens between two requests: what comes is fetched. */
const NOBODY: Listener = { say: () => undefined, refuse: () => undefined, drained: () => Promise.resolve() }

/** Botkit's webhook mode, for clients without a socket: what a frame leads to comes with the answer to it. */
export async function registerBotkitRoutes(app: FastifyInstance, parts: BotkitDoorParts): Promise<void> {
  await app.register(async (scope) => {
    scope.removeContentTypeParser('text/plain')
    scope.setValidatorCompiler(checkRequest)
    scope.setSerializerCompiler(checkAnswer)
    scope.setErrorHandler(answerError)
    const api = scope.withTypeProvider<SchemaTypes>()
    limitRequests(api)
    api.addHook('onRequest', async (_request, reply) => {
      void reply.header('cache-control', 'no-store')
    })

    api.post(
      '/api/messages',
      { schema: { body: BotkitUp, querystring: BotkitQuery, response: { 200: BotkitAnswer } } },
      async (request, reply) => {
        const { body, query } = request
        const store = await storeFor(request, query.store)
        if (isRefused(store)) return refuse(request, reply, store)
        const browser = {
          storeId: store.id,
          address: addressKey(request.ip),
          secret: secretFor(request, reply),
          locale: localeOf(request.headers['accept-language'], store.defaultLocale),
        }
        const visit = await meetBuyer(parts, browser, body.user, NOBODY)
        if (isRefused(visit)) return refuse(request, reply, visit)
        try {
          const buyer = { key: visit.key, address: browser.address, shown: visit.after }
          const taken = await takeFrame(parts, buyer, body)
          if (isRefused(taken)) return refuse(request, reply, taken)
          const said = await parts.reception.takeUnread(visit.key)
          return [...said, ...('again' in taken ? [taken.again] : [])]
            .map(asSaid)
            .filter((message) => message !== null)
        } finally {
          visit.leave()
        }
      },
    )

    api.post(
      '/botkit/history',
      { schema: { body: BotkitHistoryBody, querystring: BotkitQuery, response: { 200: BotkitHistory } } },
      async (request, reply) => {
        const store = await storeFor(request, request.query.store)
        if (isRefused(store)) return refuse(request, reply, store)
        return { success: true as const, history: await historyOf(request, store, request.body.user) }
      },
    )
  })

  async function storeFor(
    { headers }: FastifyRequest,
    named: string | undefined,
  ): Promise<StoreRow | Refused> {
    const store = await botkitStore(parts, named ?? null)
    if (store === null) return { refused: 'STORE_UNKNOWN' }
    return letsIn(parts, store, headers.origin) ? store : { refused: 'ORIGIN_REFUSED' }
  }

  /** The browser's own secret, or the one it is given with this answer. */
  function secretFor({ headers }: FastifyRequest, reply: FastifyReply): string {
    const known = readBrowserSecret(headers.cookie, parts.ownOrigin())
    if (known !== null) return known
    const secret = newBrowserSecret()
    void reply.header('set-cookie', browserCookie(secret, parts.ownOrigin()))
    return secret
  }

  /** What was shown of it, and the buyer's own words. Somebody who was never here has none, and is none the more known for asking. */
  async function historyOf(
    { headers }: FastifyRequest,
    store: StoreRow,
    guid: string,
  ): Promise<BotkitHistory['history']> {
    const secret = readBrowserSecret(headers.cookie, parts.ownOrigin())
    if (secret === null) return []
    const locale = localeOf(headers['accept-language'], store.defaultLocale)
    const greeting = { token: buyerTokenOf(secret, guid), after: 'read', locale } as const
    const visit = await parts.reception.hello(store.id, greeting, NOBODY)
    if (isRefused(visit)) return []
    visit.leave()
    const head = visit.head()
    const frames = await parts.reception.range(visit.key, Math.max(1, head - HISTORY + 1), head)
    return frames
      .filter((frame) => frame.type === 'message')
      .filter(({ seq, author }) => seq <= visit.after || author === 'buyer')
      .map(asHistory)
      .filter((message) => message !== null)
  }
}
