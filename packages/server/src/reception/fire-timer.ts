import { runAsJournal } from '../store/run-as.ts'
import { dropTimer, type DueTimer } from '../store/timers.ts'
import type { Desk } from './desk.ts'
import { post } from './post.ts'
import { isRefused } from './refused.ts'
import { takeStep } from './take-step.ts'

/**
 * A stored timer is due (SQ-09). The step it leads to removes its row in the same statement; one that is no longer armed leads to
 * no step and is dropped. When the conversation is busy, the row stays and the next look finds it again.
 */
export async function fireTimer(desk: Desk, timer: DueTimer): Promise<void> {
  const { storeId, conversationId, id, generation, dueAt } = timer
  const conversation = desk.conversations.of({ storeId, id: conversationId })
  const outcome = await post(conversation, () =>
    takeStep(desk, conversation, (at) => ({ type: 'timer.fired', at: Math.max(at, dueAt), id, generation }), {
      fired: { id, generation },
    }),
  )
  if (!isRefused(outcome) && 'rejected' in outcome) {
    await runAsJournal(desk.database, (tx) => dropTimer(tx, timer))
  }
}
