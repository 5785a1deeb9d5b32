import type { Wake } from './wake.ts'

/** Wakes that wait to be sent to other nodes. */
export interface GatheredWakes {
  readonly add: (wake: Wake) => void
  /** Takes them all out. */
  readonly take: () => readonly Wake[]
  readonly isEmpty: () => boolean
}

/** An outage is no reason to remember more: the outbox tells what is forgotten here. */
const MAX_WAITING = 10_000

/** Of several wakes that say the same, only the last is kept: it says all that the earlier ones did. */
export function gatherWakes(maxWaiting = MAX_WAITING): GatheredWakes {
  const waiting = new Map<string, Wake>()
  return {
    add: (wake) => {
      const subject = subjectOf(wake)
      if (waiting.size >= maxWaiting && !waiting.has(subject)) return
      waiting.set(subject, wake)
    },
    take: () => {
      const all = [...waiting.values()]
      waiting.clear()
      return all
    },
    isEmpty: () => waiting.size === 0,
  }
}

function subjectOf(wake: Wake): string {
  switch (wake.type) {
    case 'conversation':
    case 'erased':
      return `${wake.type} ${String(wake.conversationId)}`
    case 'typing':
    case 'read':
      return `${wake.type} ${wake.by} ${String(wake.conversationId)}`
    case 'judged':
      return `${wake.type} ${String(wake.seq)} ${String(wake.conversationId)}`
    case 'signed_out':
      return `signed_out ${String(wake.sessionId)}`
    case 'attending':
      return `${wake.type} ${wake.window} ${String(wake.conversationId)}`
    case 'flow':
    case 'store':
    case 'draft':
    case 'presence':
    case 'webhooks':
      return `${wake.type} ${String(wake.storeId)}`
    case 'missed':
      return wake.type
  }
}
