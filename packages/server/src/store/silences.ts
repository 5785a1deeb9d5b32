import type { ReceptionEvent, Refusal } from '@shopbell/engine'
import { sql } from 'kysely'
import type { ConversationKey } from './conversations.ts'
import type { Tx } from './database.ts'

/** A step after which the robot was silent, and why. `head` is the last seq before it. */
export interface SilentStep {
  readonly at: number
  readonly head: number
  readonly event: ReceptionEvent['type']
  readonly refusals: readonly Refusal[]
}

/**
 * The last `limit` silent steps, oldest first, among messages: those that began at or after `since` with a head below `before`.
 * Rows of an erased buyer hold no reason.
 */
export async function silentStepsOf(
  tx: Tx,
  { storeId, id }: ConversationKey,
  { since, before }: { readonly since: number; readonly before: number | null },
  limit: number,
): Promise<readonly SilentStep[]> {
  const head = sql<number>`(facts->>'head')::bigint`
  const newestFirst = await tx
    .selectFrom('journal')
    .select(['at', 'refusals', head.as('head'), sql<ReceptionEvent['type']>`event->>'type'`.as('event')])
    .where('storeId', '=', storeId)
    .where('conversationId', '=', id)
    .where('at', '>=', since)
    .where(sql<boolean>`refusals::text <> '[]'`)
    .$if(before !== null, (query) => query.where(head, '<', before))
    .orderBy('revision', 'desc')
    .limit(limit)
    .execute()
  return newestFirst.reverse()
}
