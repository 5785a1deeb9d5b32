import type { Accounts } from './accounts.ts'

/**
 * Closes the sockets of these sessions on every node. A browser whose session still stands comes back by itself and is looked at
 * anew. A node that does not hear of it finds out by its own repeated look.
 */
export function closeSockets(
  { bus }: Pick<Accounts, 'bus'>,
  storeId: number,
  sessionIds: readonly number[],
): void {
  for (const sessionId of sessionIds) bus.publish({ type: 'signed_out', storeId, sessionId })
}
