import type { ReceptionEvent, Refusal } from '@shopbell/engine'
import type { ConversationKey } from './conversations.ts'
import type { Tx } from './database.ts'

/** One committed step, as it was taken. `facts` is JSON for `decodeFacts`. */
export interface JournalRow {
  readonly revision: number
  readonly at: number
  readonly flowVersion: number | null
  readonly event: ReceptionEvent
  readonly facts: unknown
  readonly refusals: readonly Refusal[]
}

/** The steps of a conversation from `fromRevision` on, in the order they were taken. */
export function journalOf(tx: Tx, key: ConversationKey, fromRevision = 1): Promise<readonly JournalRow[]> {
  return tx
    .selectFrom('journal')
    .select(['revision', 'at', 'flowVersion', 'event', 'facts', 'refusals'])
    .where('storeId', '=', key.storeId)
    .where('conversationId', '=', key.id)
    .where('revision', '>=', fromRevision)
    .orderBy('revision')
    .execute()
}
