import type { CollectedAnswer, ConsoleDown } from '@shopbell/protocol'
import type { Logger } from 'pino'
import { readNews } from '../inbox/read-news.ts'
import type { Outgoing } from '../web/outgoing.ts'
import type { ConversationKey } from '../store/conversations.ts'
import type { Database } from '../store/database.ts'
import { coalesce } from './coalesce.ts'

/** The conversation that one console follows. */
export interface Watch {
  readonly publicId: string
  readonly key: ConversationKey
  /** The last seq that is known to be stored. */
  readonly head: () => number
  /** There may be something new, up to `head` at least. */
  readonly look: (head?: number) => void
  readonly stop: () => void
}

export interface WatchParts {
  readonly database: Database
  readonly log: Logger
  readonly key: ConversationKey
  readonly publicId: string
  /** Last seq that the console holds. */
  readonly after: number
  readonly outgoing: Outgoing<ConsoleDown>
}

/**
 * Shows every message after `after` once and in order, then the answers whenever they changed. It always reads from where it stands,
 * so a wake that was lost or a reading that failed is made good by the next look.
 */
export function watchConversation({ database, log, key, publicId, after, outgoing }: WatchParts): Watch {
  let shown = after
  let head = after
  let shownAnswers = ''
  let stopped = false
  const isStopped = () => stopped

  async function readOn(): Promise<void> {
    for (let behind = true; behind && !isStopped();) {
      const news = await readNews({ database }, key, shown)
      if (news === null || isStopped()) return
      outgoing.say(news.messages.map((message) => ({ type: 'message', conversation: publicId, message })))
      shown = news.messages.at(-1)?.seq ?? shown
      head = Math.max(head, news.head)
      behind = shown < news.head && news.messages.length > 0
      if (!behind) showAnswers(news.answers)
      await outgoing.drained()
    }
  }

  function showAnswers(answers: readonly CollectedAnswer[]): void {
    const now = JSON.stringify(answers)
    if (now === shownAnswers) return
    shownAnswers = now
    outgoing.say([{ type: 'answers', conversation: publicId, answers: [...answers] }])
  }

  const reading = coalesce(() =>
    readOn().catch((error: unknown) => {
      log.error({ err: error, storeId: key.storeId }, 'a watched conversation could not be read')
    }),
  )

  return {
    publicId,
    key,
    head: () => head,
    look: (known = 0) => {
      head = Math.max(head, known)
      if (!stopped) reading.run()
    },
    stop: () => {
      stopped = true
    },
  }
}
