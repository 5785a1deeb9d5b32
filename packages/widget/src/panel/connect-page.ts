import { connect, type Connection } from '../connection/connect.ts'
import { lastingStorage } from '../connection/lasting-storage.ts'
import { onPageShown, pageIsVisible } from '../dom/page.ts'
import { chatAddress } from './chat-address.ts'
import type { ChatOptions } from './chat-options.ts'

/** Longer out of sight, and the socket may have died without a word. */
const LONG_SLEEP_MS = 60_000

/** Connects this page: storage of the browser, and the browser's word on network, sleep and other tabs. */
export function connectPage(script: string, options: ChatOptions, signal: AbortSignal): Connection {
  const connection = connect({
    address: chatAddress(script, options.store),
    store: options.store,
    locale: options.locale,
    storage: lastingStorage(() => localStorage),
  })
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
