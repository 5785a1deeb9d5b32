import type { Tx } from './database.ts'

/** Whom a ticket lets in. */
export interface UsedTicket {
  readonly storeId: number
  readonly accountId: number
  readonly sessionId: number
}

export interface NewTicket extends UsedTicket {
  /** SHA-256 of the ticket, in hex. */
  readonly ticketHash: string
  readonly expiresAt: number
}

/** Gives a signed-in browser a ticket for one console socket. As the store. */
export async function createTicket(tx: Tx, made: NewTicket): Promise<void> {
  await tx.insertInto('socketTicket').values(made).execute()
}

/** Uses a ticket up; null: unknown, used before, or expired at `at`. Of two at once, one wins. As the entrance. */
export async function useTicket(tx: Tx, ticketHash: string, at: number): Promise<UsedTicket | null> {
  const row = await tx
    .deleteFrom('socketTicket')
    .where('ticketHash', '=', ticketHash)
    .returning(['storeId', 'accountId', 'sessionId', 'expiresAt'])
    .executeTakeFirst()
  if (row === undefined || row.expiresAt <= at) return null
  return { storeId: row.storeId, accountId: row.accountId, sessionId: row.sessionId }
}

/** Removes tickets that nobody came for, of all stores. As the entrance. */
export async function deleteExpiredTickets(tx: Tx, at: number): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('socketTicket')
    .where('expiresAt', '<=', at)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
