import { connect, type Connection } from '../connection/connect.ts'
import { lastingStorage } from '../connection/lasting-storage.ts'
import { onPageShown, pageIsVisible } from '../dom/page.ts'
import type { ChatOptions } from './chat-options.ts'

/** The chat's address beside the script's: `…/widget/v1.js` → `…/v1/chat?store=…`, over `wss` where the page came over `https`. */
export function chatAddress(script: string, store: string): string {
  const address = new URL('../v1/chat', script)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  address.searchParams.set('store', store)
  return address.href
}

/** Connects this page: storage of the browser, and the browser's word on network, sleep and other tabs. */
export function connectPage(script: string, options: ChatOptions, signal: AbortSignal): Connection {
  const connection = connect({
    address: chatAddress(script, options.store),
    store: options.store,
    locale: options.locale,
    storage: lastingStorage(() => localStorage),
  })
  // A page that was asleep for a while may hold a socket that died without a word.
  let hiddenAt = pageIsVisible() ? null : Date.now()
  onPageShown(() => {
    const slept = hiddenAt !== null && Date.now() - hiddenAt > LONG_SLEEP_MS
    hiddenAt = pageIsVisible() ? null : Date.now()
    const { phase } = connection.state()
    if (hiddenAt === null && (slept || phase === 'waiting')) connection.networkReturned()
  }, signal)
  window.addEventListener('online', () => connection.networkReturned(), { signal })
  window.addEventListener('storage', ({ key }) => connection.storageChanged(key), { signal })
  signal.addEventListener('abort', () => connection.end())
  return connection
}

const LONG_SLEEP_MS = 60_000
