import type { Alterations } from '../../../../packages/server/src/start-server.ts'
import { loadConversation } from '../../../../packages/server/src/store/conversations.ts'
import type { Database } from '../../../../packages/server/src/store/database.ts'
import { runAsJournal } from '../../../../packages/server/src/store/run-as.ts'
import type { StepRecord } from '../../../../packages/server/src/store/step-record.ts'
import { withCommit } from './with-commit.ts'

/** Writes a step onto whatever the conversation has become meanwhile, as if nobody else could have changed it. */
export function noRevisionCheck(): Alterations {
  return {
    database: (database) =>
      withCommit(database, (commit) => async (steps) => {
        await commit(await Promise.all(steps.map((step) => rebased(database, step))))
        return new Set(steps.map(({ conversationId }) => conversationId))
      }),
  }
}

async function rebased(database: Database, step: StepRecord): Promise<StepRecord> {
  const key = { storeId: step.storeId, id: step.conversationId }
  const row = await runAsJournal(database, (tx) => loadConversation(tx, key))
  if (row === null) return step
  const messages = step.messages.map((message, place) => ({ ...message, seq: row.head + place + 1 }))
  return { ...step, expectedRevision: row.revision, head: row.head + messages.length, messages }
}
