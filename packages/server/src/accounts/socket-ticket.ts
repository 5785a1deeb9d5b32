import type { SocketTicket } from '@shopbell/protocol'
import { runAsEntrance, runAsStore } from '../store/run-as.ts'
import { createTicket, useTicket } from '../store/socket-tickets.ts'
import type { Accounts } from './accounts.ts'
import type { Actor } from './actor.ts'
import { authenticate } from './authenticate.ts'
import { newSecret, secretHash } from './secret.ts'

type Needed = Pick<Accounts, 'database' | 'clock'>

/** A ticket is fetched right before it is used. */
const TICKET_LIFETIME_MS = 30_000

/** Gives a signed-in browser a ticket for one console socket. Only a session has tickets: it is what the socket ends with. */
export async function issueSocketTicket({ database, clock }: Needed, actor: Actor): Promise<SocketTicket> {
  const { storeId, accountId, by } = actor
  if (by.kind !== 'session') throw new Error('Only a browser’s session gets socket tickets.')
  const ticket = newSecret()
  const expiresAt = clock.now() + TICKET_LIFETIME_MS
  const kept = { storeId, accountId, sessionId: by.sessionId, ticketHash: secretHash(ticket), expiresAt }
  await runAsStore(database, storeId, (tx) => createTicket(tx, kept))
  return { ticket, expiresAt }
}

/** Uses a ticket up: whom it lets in, or null where it is unknown, used, expired, or its session is over. */
export async function redeemSocketTicket(needed: Needed, ticket: string): Promise<Actor | null> {
  const used = await runAsEntrance(needed.database, (tx) =>
    useTicket(tx, secretHash(ticket), needed.clock.now()),
  )
  if (used === null) return null
  return authenticate(needed, { storeId: used.storeId, sessionId: used.sessionId })
}
