import type { BuyerInterests } from '../store/buyer-events.ts'
import type { ConversationKey, ConversationRow } from '../store/conversations.ts'
import { createMailbox, type Mailbox } from './mailbox.ts'
import type { Visitor } from './visitor.ts'

/** A conversation that this process has to do with. */
export interface HotConversation {
  readonly key: ConversationKey
  readonly mailbox: Mailbox
  readonly visitors: Set<Visitor>
  /** As last committed, as far as we know; null: load it. Only the compare-and-swap decides whether it was right. */
  row: ConversationRow | null
  /** The highest last seq that was committed anywhere, as far as we heard; the row may be older, or not in memory. */
  head: number
  /** The locale the buyer's client asked for last. */
  locale: string | null
  /** The zone of the buyer's clock, as their client said last; null: not known. */
  timeZone: string | null
  /** What the buyer is interested in, as last read; null: read it. */
  interests: KnownInterests | null
}

/** `generation` of the store's catalogue they were read from. */
export type KnownInterests = BuyerInterests & { readonly generation: number }

/** Of a buyer who has just come: there is nothing to read. */
export const NOTHING_KNOWN: KnownInterests = { interests: [], products: [], generation: -1 }

/** What was just read becomes what we remember, unless we know something newer. */
export function noteRow(conversation: HotConversation, row: ConversationRow): void {
  if (conversation.row === null || conversation.row.revision < row.revision) conversation.row = row
  conversation.head = Math.max(conversation.head, row.head)
}

/** Somebody else took it to this revision: a row from before must not be stepped from. */
export function noteRevision(conversation: HotConversation, revision: number, head: number): void {
  if (conversation.row !== null && conversation.row.revision < revision) conversation.row = null
  conversation.head = Math.max(conversation.head, head)
}

export interface HotConversations {
  readonly of: (key: ConversationKey) => HotConversation
  /** The one with this key, if this process has to do with it. */
  readonly known: (conversationId: number) => HotConversation | undefined
  readonly all: () => Iterable<HotConversation>
}

/** Events that may wait for one conversation; a person is not that fast. */
const MAX_WAITING = 16
/** Above this many, those without a socket and without work are forgotten, the one used longest ago first. */
const MAX_REMEMBERED = 10_000
/** So that one call does not walk through thousands that are in use. */
const MAX_LOOKED_AT = 16

export function createHotConversations(maxRemembered = MAX_REMEMBERED): HotConversations {
  // A Map iterates in the order of insertion, so putting an entry in again makes it the newest.
  const byId = new Map<number, HotConversation>()

  function touch(conversation: HotConversation): void {
    byId.delete(conversation.key.id)
    byId.set(conversation.key.id, conversation)
  }

  function forgetResting(): void {
    let lookedAt = 0
    for (const conversation of byId.values()) {
      if (byId.size <= maxRemembered || ++lookedAt > MAX_LOOKED_AT) return
      if (conversation.visitors.size === 0 && conversation.mailbox.isIdle()) byId.delete(conversation.key.id)
      else touch(conversation)
    }
  }

  return {
    of: ({ storeId, id }) => {
      const conversation = byId.get(id) ?? {
        key: { storeId, id },
        mailbox: createMailbox(MAX_WAITING),
        visitors: new Set(),
        row: null,
        head: 0,
        locale: null,
        timeZone: null,
        interests: null,
      }
      touch(conversation)
      forgetResting()
      return conversation
    },
    known: (id) => byId.get(id),
    all: () => byId.values(),
  }
}
