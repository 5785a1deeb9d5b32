import type { ThreadMessage } from '@shopbell/protocol'
import { accountNames } from '../store/accounts.ts'
import type { Tx } from '../store/database.ts'
import type { StoredMessage } from '../store/messages.ts'
import { shownMessage } from './shown-message.ts'

/** Messages as the people of the store see them, with the names of who wrote. As the store. */
export async function threadMessages(
  tx: Tx,
  storeId: number,
  messages: readonly StoredMessage[],
): Promise<ThreadMessage[]> {
  const writers = new Set(messages.flatMap(({ agentId }) => (agentId === null ? [] : [agentId])))
  const names = writers.size === 0 ? new Map<number, string>() : await accountNames(tx, storeId, [...writers])
  return messages.map((message) => {
    const by = message.agentId === null ? undefined : names.get(message.agentId)
    return {
      ...shownMessage(message),
      ...(by === undefined ? {} : { by }),
      ...(message.assisted === true ? { assisted: true as const } : {}),
      ...(message.author === 'buyer' ? { needsAnswer: message.needsAnswer ?? true } : {}),
    }
  })
}
