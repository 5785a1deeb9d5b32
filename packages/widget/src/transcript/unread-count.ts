import type { ConnectionState } from '../connection/connection-state.ts'

/** Messages of the robot and of people that the buyer has not seen; the system's notes do not count. */
export function unreadCount({ log, buyerReadTo }: Pick<ConnectionState, 'log' | 'buyerReadTo'>): number {
  const unseen = log.messages.slice(buyerReadTo)
  return unseen.filter(({ author }) => author === 'robot' || author === 'agent').length
}
