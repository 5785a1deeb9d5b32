import type { ConversationKey } from './conversations.ts'
import type { Tx } from './database.ts'
import type { ScheduledTimer } from './step-record.ts'

/** A timer whose time has come: post `timer.fired {id, generation}` to its conversation. */
export interface DueTimer {
  readonly storeId: number
  readonly conversationId: number
  readonly id: string
  readonly generation: number
  readonly dueAt: number
}

/** The timers due at `at` or before, of all stores, longest due first. Reads only: the step it leads to removes the row. As the journal. */
export function dueTimers(tx: Tx, at: number, limit: number): Promise<readonly DueTimer[]> {
  return tx
    .selectFrom('timer')
    .select(['storeId', 'conversationId', 'id', 'generation', 'dueAt'])
    .where('dueAt', '<=', at)
    .orderBy('dueAt')
    .limit(limit)
    .execute()
}

/** When the next timer of any store is due; null: none is armed. As the journal. */
export async function nextTimerAt(tx: Tx): Promise<number | null> {
  const row = await tx.selectFrom('timer').select('dueAt').orderBy('dueAt').limit(1).executeTakeFirst()
  return row?.dueAt ?? null
}

/** What is planned for one conversation, soonest first. */
export function timersOf(tx: Tx, key: ConversationKey): Promise<readonly ScheduledTimer[]> {
  return tx
    .selectFrom('timer')
    .select(['id', 'generation', 'kind', 'block', 'dueAt'])
    .where('storeId', '=', key.storeId)
    .where('conversationId', '=', key.id)
    .orderBy('dueAt')
    .execute()
}

/**
 * Removes a due timer that led to no step, because the conversation no longer has it armed; true if it was still there.
 * One of a newer generation stays. As the journal.
 */
export async function dropTimer(tx: Tx, timer: Omit<DueTimer, 'dueAt'>): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('timer')
    .where('storeId', '=', timer.storeId)
    .where('conversationId', '=', timer.conversationId)
    .where('id', '=', timer.id)
    .where('generation', '=', timer.generation)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
