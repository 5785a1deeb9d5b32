import type { ConversationRow } from '../store/conversations.ts'

/** Whether a person has this conversation now. */
export function isHeld<Row extends Pick<ConversationRow, 'handling' | 'assigneeId'>>(
  row: Row,
): row is Row & { readonly assigneeId: number } {
  return row.handling === 'human' && row.assigneeId !== null
}
