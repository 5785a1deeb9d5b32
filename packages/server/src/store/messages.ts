import type { Author, MessageContent, MessageKind } from '@shopbell/protocol'
import { sql } from 'kysely'
import type { ConversationKey } from './conversations.ts'
import type { Tx } from './database.ts'

/** A message as it is kept. `clientId` is the sender's `<lane>.<n>`, on messages of buyers and agents only. */
export interface StoredMessage {
  readonly seq: number
  readonly at: number
  readonly author: Author
  readonly kind: MessageKind
  readonly content: MessageContent
  readonly clientId: string | null
  readonly replyTo: number | null
  /** Block or question that produced it. */
  readonly source: string | null
  /** The account whose words these are; null: nobody's, or not written down. */
  readonly agentId: number | null
  /** The robot drafted what this person sent; null: it did not. */
  readonly assisted: boolean | null
  /** Of a buyer's message, whether it needs an answer; null: nobody said so, so it does (STS-09). */
  readonly needsAnswer: boolean | null
  /** Of an automatic answer, whether the buyer says that it solved the matter; null: nothing was said (FAQ-17). */
  readonly solved: boolean | null
}

const COLUMNS = [
  'seq',
  'at',
  'author',
  'kind',
  'content',
  'clientId',
  'replyTo',
  'source',
  'agentId',
  'assisted',
  'needsAnswer',
  'solved',
] as const satisfies readonly (keyof StoredMessage)[]

/** Messages `from` … `to`, both included, ascending; the first `limit` of them. */
export function messagesBetween(
  tx: Tx,
  key: ConversationKey,
  from: number,
  to: number,
  limit: number,
): Promise<readonly StoredMessage[]> {
  return inConversation(tx, key)
    .select(COLUMNS)
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

/** The last `limit` messages before seq `before`, ascending; without `before`, the last of all. */
export async function messagesBefore(
  tx: Tx,
  key: ConversationKey,
  before: number | null,
  limit: number,
): Promise<readonly StoredMessage[]> {
  const newestFirst = await inConversation(tx, key)
    .select(COLUMNS)
    .$if(before !== null, (query) => query.where('seq', '<', before))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return newestFirst.reverse()
}

/** A message of a conversation, where several are read at once. */
export interface MessageOf extends Pick<StoredMessage, 'seq' | 'at' | 'author' | 'content'> {
  readonly conversationId: number
}

/** The last `limit` messages of buyer and agents in each of these conversations, newest first. */
export async function lastSaidIn(
  tx: Tx,
  storeId: number,
  conversationIds: readonly number[],
  limit: number,
): Promise<readonly MessageOf[]> {
  if (conversationIds.length === 0) return []
  const { rows } = await sql<MessageOf>`
    select said.* from unnest(${[...conversationIds]}::bigint[]) as wanted (id) cross join lateral (
      select conversation_id as "conversationId", seq, at, author, content from message
      where store_id = ${storeId} and conversation_id = wanted.id and author in ('buyer', 'agent')
      order by seq desc limit ${limit}
    ) as said`.execute(tx)
  return rows
}

/**
 * Seq of the message that was sent with this client id, searched from `fromSeq` on; null: it never was. The search stays in
 * the conversation's own range of the primary key, so that the hot table needs no second unique index (protocol, promise 1).
 */
export async function findSentMessage(
  tx: Tx,
  key: ConversationKey,
  clientId: string,
  fromSeq: number,
): Promise<number | null> {
  const row = await inConversation(tx, key)
    .select('seq')
    .where('seq', '>=', fromSeq)
    .where('clientId', '=', clientId)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? null
}

/** Says whether a buyer's message needs an answer; false: there is no such message. As the store. */
export async function setNeedsAnswer(
  tx: Tx,
  key: ConversationKey,
  seq: number,
  needsAnswer: boolean,
): Promise<boolean> {
  const changed = await tx
    .updateTable('message')
    .set({ needsAnswer })
    .where('storeId', '=', key.storeId)
    .where('conversationId', '=', key.id)
    .where('seq', '=', seq)
    .where('author', '=', 'buyer')
    .returning('seq')
    .executeTakeFirst()
  return changed !== undefined
}

/** The last `limit` messages of people of the store in a conversation, with whose words they are. As the store. */
export function saidByPeople(
  tx: Tx,
  key: ConversationKey,
  limit: number,
): Promise<readonly Pick<StoredMessage, 'at' | 'seq' | 'agentId'>[]> {
  return inConversation(tx, key)
    .select(['at', 'seq', 'agentId'])
    .where('kind', '=', 'human')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
}

/** Keeps what the buyer says of an automatic answer; the last word counts (FAQ-17). As the journal. */
export async function setSolved(tx: Tx, key: ConversationKey, seq: number, solved: boolean): Promise<void> {
  await tx
    .updateTable('message')
    .set({ solved })
    .where('storeId', '=', key.storeId)
    .where('conversationId', '=', key.id)
    .where('seq', '=', seq)
    .execute()
}

function inConversation(tx: Tx, key: ConversationKey) {
  return tx.selectFrom('message').where('storeId', '=', key.storeId).where('conversationId', '=', key.id)
}
