import type { ConversationSearch, FoundConversation, Handling } from '@shopbell/protocol'
import type { Actor } from '../../accounts/actor.ts'
import type { Clock } from '../../clock.ts'
import type { Refused } from '../../reception/refused.ts'
import { accountByPublicId } from '../../store/accounts.ts'
import type { ListedConversation } from '../../store/conversation-list.ts'
import type { Database } from '../../store/database.ts'
import { profileOfStore } from '../../reception/profile-of-store.ts'
import { findConversations, type ConversationFilter } from '../../store/find-conversations.ts'
import { lastSaidIn, type MessageOf } from '../../store/messages.ts'
import { runAsJournal, runAsStore } from '../../store/run-as.ts'
import { contentWords } from '../content-words.ts'
import { conversationSummary } from '../conversation-summary.ts'
import { excerptOf } from './excerpt-of.ts'
import { readQuery } from './search-query.ts'

/** What is looked for; what is left out narrows nothing. */
export interface Wanted {
  readonly text?: string | undefined
  readonly handling?: Handling | undefined
  /** Public id of an account, or `nobody`. */
  readonly assignee?: string | undefined
  /** Instants: conversations that went on at `from` or later and began before `to`. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** `next` of the page before. */
  readonly before?: string | undefined
  readonly limit: number
}

/** Messages of one conversation in which the hit is looked for; an older one is found, and shown without its place. */
const LOOKED_THROUGH = 100

/** A page of the conversations that hold all the words and fit, newest message first, each with the message that says so. */
export async function searchConversations(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { storeId }: Pick<Actor, 'storeId'>,
  wanted: Wanted,
): Promise<ConversationSearch | Refused> {
  const { text = '', assignee, handling, from, to, before, limit } = wanted
  const query = text.trim() === '' ? null : readQuery(storeId, text)
  if (query === 'too_short') return { refused: 'SEARCH_TOO_SHORT' }
  const assigneeId = await keyOf(database, storeId, assignee)
  if (assigneeId === 'unknown') return { conversations: [] }
  const filter: ConversationFilter = {
    ...(query === null ? {} : { words: query }),
    ...(assigneeId === undefined ? {} : { assigneeId }),
    ...(handling === undefined ? {} : { handling }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
  const terms = query?.terms ?? []
  return runAsJournal(database, async (tx) => {
    const { counting } = await profileOfStore(tx, storeId, clock.now())
    const reading = { robotMarksRead: counting.autoMarksRead }
    const page = await findConversations(tx, storeId, filter, { ...reading, before, limit })
    const ids = terms.length === 0 ? [] : page.conversations.map(({ id }) => id)
    const said = Map.groupBy(await lastSaidIn(tx, storeId, ids, LOOKED_THROUGH), (one) => one.conversationId)
    return {
      conversations: page.conversations.map((row) => found(row, said.get(row.id) ?? [], terms)),
      ...(page.next === null ? {} : { next: page.next }),
    }
  })
}

/** The key of the account with this public id; undefined: any; null: nobody; `unknown`: the store has no such account. */
async function keyOf(
  database: Database,
  storeId: number,
  assignee: string | undefined,
): Promise<number | null | undefined | 'unknown'> {
  if (assignee === undefined) return undefined
  if (assignee === 'nobody') return null
  const account = await runAsStore(database, storeId, (tx) => accountByPublicId(tx, storeId, assignee))
  return account?.id ?? 'unknown'
}

function found(
  row: ListedConversation,
  said: readonly MessageOf[],
  terms: readonly string[],
): FoundConversation {
  const conversation = conversationSummary(row)
  const hits = said.flatMap(({ seq, author, at, content }) => {
    const parts = excerptOf(contentWords(content), terms)
    return parts === null ? [] : [{ seq, author, at, parts: [...parts] }]
  })
  // The message with the most of what was looked for; of equals the newest, which comes first.
  const best = hits.toSorted((a, b) => countHits(b.parts) - countHits(a.parts))[0]
  const name = excerptOf(conversation.buyer.name, terms)
  return {
    conversation,
    ...(name === null ? {} : { name: [...name] }),
    ...(best === undefined ? {} : { excerpt: best }),
  }
}

function countHits(parts: readonly { readonly text: string; readonly hit: boolean }[]): number {
  return new Set(parts.filter(({ hit }) => hit).map(({ text }) => text.toLowerCase())).size
}
