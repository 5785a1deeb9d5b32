import type { ConversationKey } from '../store/conversations.ts'

export interface PaceOptions {
  /** A conversation that was quiet waits this long after a message, so that a burst is indexed once. */
  readonly shortestMs: number
  /** One in which messages go on and on waits twice as long each time, and never longer than this. */
  readonly longestMs: number
  /** Conversations that are remembered at most; what is told beyond that is forgotten. */
  readonly maxConversations: number
}

/** Says when which conversation is worth indexing again: indexing reads it whole, so a lively one must not be indexed at each message. */
export interface IndexPace {
  /** Something was said in this conversation. */
  readonly hear: (key: ConversationKey, now: number) => void
  /** Those whose time has come; each is given once for all it has heard. */
  readonly takeDue: (now: number) => readonly ConversationKey[]
}

interface Paced {
  readonly key: ConversationKey
  waitMs: number
  /** When it is to be indexed; null: nothing was said since it was. */
  dueAt: number | null
  /** When it was given out last. */
  takenAt: number
}

export function createIndexPace({ shortestMs, longestMs, maxConversations }: PaceOptions): IndexPace {
  const conversations = new Map<number, Paced>()
  return {
    hear: (key, now) => {
      const known = conversations.get(key.id)
      if (known === undefined) {
        if (conversations.size >= maxConversations) return
        conversations.set(key.id, { key, waitMs: shortestMs, dueAt: now + shortestMs, takenAt: -Infinity })
      } else known.dueAt ??= Math.max(now + shortestMs, known.takenAt + known.waitMs)
    },
    takeDue: (now) => {
      const due: ConversationKey[] = []
      for (const [id, paced] of conversations) {
        if (paced.dueAt !== null && paced.dueAt <= now) {
          due.push(paced.key)
          paced.dueAt = null
          paced.takenAt = now
          paced.waitMs = Math.min(paced.waitMs * 2, longestMs)
        } else if (paced.dueAt === null && now - paced.takenAt >= 2 * paced.waitMs) conversations.delete(id)
      }
      return due
    },
  }
}
