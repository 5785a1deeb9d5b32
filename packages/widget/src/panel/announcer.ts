import type { ConnectionState } from '../connection/connection-state.ts'
import { element } from '../dom/element.ts'
import { lastSeq } from '../connection/message-log.ts'
import { spokenText } from '../transcript/spoken-text.ts'

/** A robot's burst arrives within this time and is read as one message. */
const BURST_MS = 400

/** Says new messages of the shop to a screen reader, once; never the buyer's own, and never what was there before. */
export function announcer(signal: AbortSignal) {
  const node = element('div', { class: 'quiet', role: 'status', 'aria-live': 'polite' })
  let said: number | null = null
  let waiting: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  signal.addEventListener('abort', () => clearTimeout(timer))

  return {
    node,
    update: ({ log, welcome }: ConnectionState): void => {
      if (!welcome) return
      said ??= welcome.head
      const fresh = log.messages.slice(said).map(spokenText)
      said = Math.max(said, lastSeq(log))
      waiting.push(...fresh.filter((text) => text !== ''))
      if (waiting.length === 0) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        node.textContent = waiting.join(' ')
        waiting = []
      }, BURST_MS)
    },
  }
}
