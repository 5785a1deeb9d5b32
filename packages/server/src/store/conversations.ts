import { UNKNOWN_BUYER } from '@shopbell/engine'
import { sql, type Selectable } from 'kysely'
import type { Tx } from './database.ts'
import type { Schema } from './schema.ts'

/** Names one conversation. A `ConversationRow` is one, too. */
export interface ConversationKey {
  readonly storeId: number
  readonly id: number
}

/** All that a step needs of a conversation, without its buyer's token. */
export type ConversationRow = Readonly<
  Omit<Selectable<Schema['conversation']>, 'tokenHash' | 'createdAt' | 'lastHour'>
>

const COLUMNS = [
  'storeId',
  'id',
  'publicId',
  'locale',
  'buyerName',
  'revision',
  'head',
  'handling',
  'session',
  'flowVersion',
  'buyer',
  'lanes',
  'waitingSince',
  'lastAt',
  'assigneeId',
  'readByAgentSeq',
  'readByBuyerSeq',
] as const satisfies readonly (keyof ConversationRow)[]

/** What a new conversation is made of. `tokenHash` is the SHA-256 of the buyer's token, in hex. */
export interface NewConversation {
  readonly storeId: number
  readonly publicId: string
  readonly tokenHash: string
  readonly locale: string
  readonly at: number
}

/** Begins the permanent thread of one buyer with one store, empty and in the robot's hands. As the journal. */
export function createConversation(tx: Tx, { at, ...made }: NewConversation): Promise<ConversationRow> {
  return tx
    .insertInto('conversation')
    .values({ ...made, createdAt: at, lastAt: at, buyer: JSON.stringify(UNKNOWN_BUYER), lanes: '{}' })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
}

/** The conversation whose buyer holds the token with this hash, in this store. As the journal. */
export async function findConversationByToken(
  tx: Tx,
  storeId: number,
  tokenHash: string,
): Promise<ConversationRow | null> {
  const row = await tx
    .selectFrom('conversation')
    .select(COLUMNS)
    .where('storeId', '=', storeId)
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return row ?? null
}

/** A cold load by key. As the journal, or as its store. */
export async function loadConversation(tx: Tx, key: ConversationKey): Promise<ConversationRow | null> {
  const row = await tx
    .selectFrom('conversation')
    .select(COLUMNS)
    .where('storeId', '=', key.storeId)
    .where('id', '=', key.id)
    .executeTakeFirst()
  return row ?? null
}

/** The conversation that the console and the widget know by this id; null where it is another store's. */
export async function conversationByPublicId(
  tx: Tx,
  storeId: number,
  publicId: string,
): Promise<ConversationRow | null> {
  const row = await tx
    .selectFrom('conversation')
    .select(COLUMNS)
    .where('storeId', '=', storeId)
    .where('publicId', '=', publicId)
    .executeTakeFirst()
  return row ?? null
}

/** When a conversation began, which no step needs. Throws where it is gone. */
export async function beganAt(tx: Tx, key: ConversationKey): Promise<number> {
  const row = await tx
    .selectFrom('conversation')
    .select('createdAt')
    .where('storeId', '=', key.storeId)
    .where('id', '=', key.id)
    .executeTakeFirstOrThrow()
  return row.createdAt
}

/** The store's agents have seen everything up to `seq`; never goes back. As the store. */
export async function markReadByAgent(tx: Tx, key: ConversationKey, seq: number): Promise<void> {
  await tx
    .updateTable('conversation')
    .set({ readByAgentSeq: sql`least(head, ${seq})` })
    .where('storeId', '=', key.storeId)
    .where('id', '=', key.id)
    .where('readByAgentSeq', '<', seq)
    .execute()
}

/** The buyer has seen everything up to `seq`; never goes back. As the journal. */
export async function markReadByBuyer(tx: Tx, key: ConversationKey, seq: number): Promise<void> {
  await tx
    .updateTable('conversation')
    .set({ readByBuyerSeq: sql`least(head, ${seq})` })
    .where('storeId', '=', key.storeId)
    .where('id', '=', key.id)
    .where('readByBuyerSeq', '<', seq)
    .execute()
}

/**
 * Takes what the buyer has not been shown, at most `limit` messages, and notes it as shown: the seqs after `after` up to `to`. Of two
 * who take at once, on whatever node, one gets it. As the journal.
 */
export async function takeUnread(
  tx: Tx,
  { storeId, id }: ConversationKey,
  limit: number,
): Promise<{ readonly after: number; readonly to: number }> {
  const row = await tx
    .selectFrom('conversation')
    .select(['head', 'readByBuyerSeq'])
    .where('storeId', '=', storeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const after = row?.readByBuyerSeq ?? 0
  const to = Math.min(row?.head ?? 0, after + limit)
  if (to > after) await markReadByBuyer(tx, { storeId, id }, to)
  return { after, to }
}
