import type { Logger } from 'pino'
import { createAttemptLimit } from '../accounts/attempt-limit.ts'
import { createRecentMap } from '../reception/recent-map.ts'
import { runAsStore } from '../store/run-as.ts'
import { putShopPage } from '../store/shop-pages.ts'
import type { Storefront } from './storefront.ts'

/** A page that asked for the chat of a store. */
export interface AskingPage {
  readonly storeId: number
  /** As the browser names it; undefined where it does not. */
  readonly origin: string | undefined
  /** The address the browser came from, whole or cut to its origin. */
  readonly referrer?: string | undefined
  readonly allowed: boolean
}

export interface PageNotes {
  /** Remembers that a page asked, for the seller who wants to know whether the chat is live. Never waits, never throws. */
  readonly note: (page: AskingPage) => void
}

/** A busy shop’s pages ask many times a second; the seller wants to know of the last minute. */
const REPEAT_AFTER_MS = 20_000
/** Any program can name any origin: new ones are written at this rate per store, the others are left out. */
const NEW_ORIGINS = { burst: 20, everyMs: 5_000 }
const MAX_REMEMBERED = 10_000
const MAX_LENGTH = 300

/** Notes pages in memory of this process first, and few of them in the database. Nothing about who looks at the page is kept (PRV-03). */
export function createPageNotes({ database, clock, log }: Storefront & { readonly log: Logger }): PageNotes {
  const written = createRecentMap<string, number>(MAX_REMEMBERED)
  const newOrigins = createAttemptLimit(NEW_ORIGINS)

  return {
    note: ({ storeId, origin, referrer, allowed }) => {
      const page = placeOf(origin, referrer)
      if (page === null) return
      const key = `${String(storeId)} ${String(allowed)} ${page.origin}`
      const before = written.get(key)
      const seenAt = clock.now()
      if (before !== undefined && seenAt - before < REPEAT_AFTER_MS) return
      if (before === undefined && newOrigins.take(String(storeId), performance.now()) > 0) return
      written.set(key, seenAt)
      runAsStore(database, storeId, (tx) => putShopPage(tx, { storeId, ...page, allowed, seenAt })).catch(
        (error: unknown) => {
          written.delete(key)
          log.warn({ err: error }, 'a page that asked for the chat was not noted')
        },
      )
    },
  }
}

/** Null for what is no site: a file on a disk, a sandbox, a program without an origin. */
function placeOf(origin: string | undefined, referrer: string | undefined) {
  const from = referrer === undefined ? null : URL.parse(referrer)
  const site = URL.parse(origin ?? from?.origin ?? '')
  if (site === null || !/^https?:$/.test(site.protocol) || site.origin.length > MAX_LENGTH) return null
  const isWhole = from?.origin === site.origin && from.pathname !== '/'
  return { origin: site.origin, path: isWhole ? from.pathname.slice(0, MAX_LENGTH) : null }
}
