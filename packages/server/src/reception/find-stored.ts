import type { ConversationRow } from '../store/conversations.ts'
import { findSentMessage } from '../store/messages.ts'
import { runAsJournal } from '../store/run-as.ts'
import type { Desk } from './desk.ts'
import { isKnownToBeNew } from './lanes.ts'

/**
 * The seq under which a message with this id is stored already, as of this row; else null. A row that has become old may say that an
 * id is new which is not: then the step from it loses its race, and this is asked again of the newer row.
 */
export async function findStored(
  { database }: Pick<Desk, 'database'>,
  row: ConversationRow,
  clientId: string,
): Promise<number | null> {
  if (row.head === 0 || isKnownToBeNew(row.lanes, clientId)) return null
  return runAsJournal(database, (tx) => findSentMessage(tx, row, clientId, 1))
}
