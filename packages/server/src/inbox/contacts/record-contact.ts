import type { Contact, ContactBody } from '@shopbell/protocol'
import type { Actor } from '../../accounts/actor.ts'
import { doOnce } from '../../accounts/do-once.ts'
import type { Bus } from '../../bus/bus.ts'
import type { Clock } from '../../clock.ts'
import type { Refused } from '../../reception/refused.ts'
import { accountByPublicId } from '../../store/accounts.ts'
import { noteContact, putContact } from '../../store/contacts.ts'
import { type ConversationKey, conversationByPublicId } from '../../store/conversations.ts'
import type { Database, Tx } from '../../store/database.ts'

export interface ContactParts {
  readonly database: Database
  readonly clock: Clock
  readonly bus: Bus
}

type ContactRefused = Refused & { readonly message?: string }

/** Clocks of two systems differ by this. */
const AHEAD_MS = 5 * 60_000

/**
 * Keeps a contact on another channel (WEL-02): from then on it counts as the last contact, with the chat’s. It moves nobody and shows
 * in no chat. Told again with the same id, it is replaced; what was contact stays contact.
 */
export async function recordContact(
  { database, clock, bus }: ContactParts,
  actor: Actor,
  body: ContactBody,
): Promise<Contact | ContactRefused> {
  const now = clock.now()
  const fault = faultOf(body, now)
  if (fault !== null) return { refused: 'CONTACT_UNFIT', message: fault }
  const { storeId } = actor
  const record = async (tx: Tx) => {
    const key = await conversationByPublicId(tx, storeId, body.buyer)
    if (key === null) return { refused: 'NOT_FOUND' } as const
    const author = await authorOf(tx, storeId, body.author)
    if (author === 'unknown') return unfit(`There is no account ${body.author ?? ''} in this store.`)
    return keep(tx, key, body, author, now)
  }
  const outcome = await doOnce(database, actor, record, (done) => ('refused' in done ? done : body))
  if ('refused' in outcome) return outcome
  const { moved, conversationId } = outcome
  if (moved !== null) bus.publish({ type: 'conversation', storeId, conversationId, ...moved })
  return body
}

function faultOf({ at, from, author, takenBackAt }: ContactBody, now: number): string | null {
  if (at > now + AHEAD_MS) return '“at” is in the future; send milliseconds since 1970, in UTC.'
  if (from === 'buyer' && author !== undefined)
    return 'A buyer’s words have no author of the store; leave it out.'
  if (takenBackAt === undefined) return null
  if (from === 'buyer') return 'Only what the store wrote can be taken back by it; leave “takenBackAt” out.'
  return takenBackAt < at ? '“takenBackAt” is before “at”; nothing is taken back before it is sent.' : null
}

async function authorOf(
  tx: Tx,
  storeId: number,
  author: string | undefined,
): Promise<number | null | 'unknown'> {
  if (author === undefined) return null
  return (await accountByPublicId(tx, storeId, author))?.id ?? 'unknown'
}

async function keep(
  tx: Tx,
  key: ConversationKey,
  { id, channel, from, at, takenBackAt }: ContactBody,
  agentId: number | null,
  now: number,
) {
  const row = { id, channel, fromBuyer: from === 'buyer', agentId, at, takenBackAt: takenBackAt ?? null }
  if (!(await putContact(tx, key, row, now)))
    return unfit(`Contact ${id} is another buyer’s; give each contact an id of its own.`)
  return { conversationId: key.id, moved: await noteContact(tx, key, Math.min(at, now)) }
}

function unfit(message: string): ContactRefused {
  return { refused: 'CONTACT_UNFIT', message }
}
