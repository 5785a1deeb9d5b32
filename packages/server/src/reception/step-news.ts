import type { ConversationRow } from '../store/conversations.ts'
import type { StepNews, StepRecord } from '../store/step-record.ts'

/** What webhooks are told of a step that was taken from `row`; null: nothing. Pure. */
export function stepNews(row: Pick<ConversationRow, 'handling'>, record: StepRecord): StepNews | null {
  const { answers, assigneeId, handling, messages } = record
  const turn = handling === row.handling ? null : { from: row.handling, to: handling, assigneeId }
  if (messages.length === 0 && answers.length === 0 && turn === null) return null
  return { answers: answers.map(({ seq, variable }) => [seq, variable]), turn }
}
