import { sql } from 'kysely'
import type { ConversationKey } from './conversations.ts'
import type { Tx } from './database.ts'

/** A contact as it is kept; `agentId` is the account whose words it was. */
export interface ContactRow {
  readonly id: string
  readonly channel: 'inquiry' | 'mail'
  readonly fromBuyer: boolean
  readonly agentId: number | null
  readonly at: number
  readonly takenBackAt: number | null
}

export interface ContactTable extends ContactRow {
  readonly storeId: number
  readonly conversationId: number
  readonly toldAt: number
}

/** Keeps a contact, or what is told of it now. False: the id is another buyer’s contact. As the store. */
export async function putContact(
  tx: Tx,
  { storeId, id: conversationId }: ConversationKey,
  contact: ContactRow,
  toldAt: number,
): Promise<boolean> {
  const put = await tx
    .insertInto('contact')
    .values({ ...contact, storeId, conversationId, toldAt })
    .onConflict((conflict) =>
      conflict
        .columns(['storeId', 'id'])
        .doUpdateSet({ ...contact, toldAt })
        .where('contact.conversationId', '=', conversationId),
    )
    .returning('id')
    .executeTakeFirst()
  return put !== undefined
}

/** The last `limit` contacts with a buyer, the newest first. As the store. */
export function contactsOf(
  tx: Tx,
  { storeId, id }: ConversationKey,
  limit: number,
): Promise<readonly ContactRow[]> {
  return tx
    .selectFrom('contact')
    .select(['id', 'channel', 'fromBuyer', 'agentId', 'at', 'takenBackAt'])
    .where('storeId', '=', storeId)
    .where('conversationId', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/**
 * Writes into the buyer’s record that shop and buyer were in contact at `at`, unless they were later (ENT-03). The revision grows with
 * it, so that no node goes on with the record from before. Returns where the conversation stands now; null: nothing changed. As the store.
 */
export async function noteContact(
  tx: Tx,
  { storeId, id }: ConversationKey,
  at: number,
): Promise<{ readonly head: number; readonly revision: number } | null> {
  const moved = await tx
    .updateTable('conversation')
    .set({
      buyer: sql`jsonb_set(buyer::jsonb, '{lastContactAt}', to_jsonb(${at}::bigint))::json`,
      revision: sql`revision + 1`,
    })
    .where('storeId', '=', storeId)
    .where('id', '=', id)
    .where(sql<boolean>`coalesce((buyer ->> 'lastContactAt')::bigint, -1) < ${at}`)
    .returning(['head', 'revision'])
    .executeTakeFirst()
  return moved ?? null
}
