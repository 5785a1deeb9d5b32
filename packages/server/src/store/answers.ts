import type { ConversationKey } from './conversations.ts'
import type { Tx } from './database.ts'
import type { StoredAnswer } from './step-record.ts'

/** What the buyer answered, one per variable, each the newest, in the order of the messages that answered. */
export async function answersOf(tx: Tx, key: ConversationKey): Promise<readonly StoredAnswer[]> {
  const newest = await tx
    .selectFrom('answer')
    .distinctOn('variable')
    .select(['seq', 'variable', 'question', 'value', 'shown', 'unit', 'at'])
    .where('storeId', '=', key.storeId)
    .where('conversationId', '=', key.id)
    .orderBy('variable')
    .orderBy('seq', 'desc')
    .execute()
  return newest.sort((a, b) => a.seq - b.seq)
}

/** Every answer that the buyer ever gave, in the order of the messages that answered. */
export function answersEverGiven(tx: Tx, key: ConversationKey): Promise<readonly StoredAnswer[]> {
  return tx
    .selectFrom('answer')
    .select(['seq', 'variable', 'question', 'value', 'shown', 'unit', 'at'])
    .where('storeId', '=', key.storeId)
    .where('conversationId', '=', key.id)
    .orderBy('seq')
    .orderBy('variable')
    .execute()
}
