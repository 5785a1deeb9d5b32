import { randomBytes } from 'node:crypto'
import { isTimeZone } from '@shopbell/engine'
import type { Message, Resync, Welcome } from '@shopbell/protocol'
import {
  type ConversationKey,
  type ConversationRow,
  createConversation,
  findConversationByToken,
} from '../store/conversations.ts'
import { messagesBetween } from '../store/messages.ts'
import { runAsJournal } from '../store/run-as.ts'
import type { StoreRow } from '../store/stores.ts'
import { catchUp, messageFrame } from './announce.ts'
import { buyerTokenHash, newBuyerToken } from './buyer-token.ts'
import type { Desk } from './desk.ts'
import { NOTHING_KNOWN, noteRow } from './hot-conversations.ts'
import { openingOf } from './hours.ts'
import type { Listener } from './listener.ts'
import type { Refused } from './refused.ts'
import { createVisitor } from './visitor.ts'
import { menuOf } from './tell-menu.ts'
import { welcomeFrame } from './welcome-frame.ts'

/** What a buyer's client says first. */
export interface Greeting {
  readonly token?: string
  /** The door made the token itself: whoever is not known by it yet is a new buyer. */
  readonly mayBeNew?: true
  readonly conversation?: string
  /** Last seq the client holds; `read`: what this buyer was shown last, wherever that was. */
  readonly after: number | 'read'
  readonly locale: string
  /** The IANA zone of the buyer's clock. */
  readonly timeZone?: string
  readonly epoch?: string
}

/** A socket that said hello. */
export interface Visit {
  readonly key: ConversationKey
  readonly welcome: Welcome
  /** The seq that `follow` goes on from. */
  readonly after: number
  /** After `welcome` was sent: sends what is missing, or `resync` and everything, then every new message as it is committed. Resolves once it is up to date. */
  readonly follow: () => Promise<void>
  /** The last committed seq, as far as this process knows. */
  readonly head: () => number
  readonly leave: () => void
}

/** Messages per query while a socket catches up. */
const PAGE = 200

/** Finds the buyer's conversation by the token, or makes one for a client without. It starts nothing. */
export async function sayHello(
  desk: Desk,
  storeId: number,
  greeting: Greeting,
  listener: Listener,
): Promise<Visit | Refused> {
  const store = await desk.stores.byId(storeId)
  const found = await identify(desk, store, greeting)
  if ('refused' in found) return found
  const { row, token } = found

  const hours = await desk.stores.hours(storeId)
  const menu = await menuOf(desk, store, greeting.locale)
  const conversation = desk.conversations.of(row)
  noteRow(conversation, row)
  conversation.locale = greeting.locale
  conversation.timeZone = knownZone(greeting.timeZone)
  if (greeting.token === undefined) conversation.interests = NOTHING_KNOWN
  const head = () => conversation.head
  const held = greeting.after === 'read' ? row.readByBuyerSeq : greeting.after
  const lost = mustForget({ ...greeting, after: held }, store, head())
  const after = lost ? 0 : held
  const visitor = createVisitor(listener, after, {
    head,
    readAfter: (seq) => messagesAfter(desk, conversation.key, seq),
  })
  conversation.visitors.add(visitor)
  desk.openings.watch(storeId, hours)

  return {
    key: conversation.key,
    after,
    welcome: welcomeFrame({
      store,
      origin: desk.ownOrigin(),
      conversation: row.publicId,
      token,
      head: head(),
      locale: greeting.locale,
      hours: openingOf(hours, desk.clock.now()),
      menu,
    }),
    follow: () => {
      if (lost) visitor.say([{ type: 'resync', epoch: store.epoch, head: head() } satisfies Resync])
      visitor.say([{ type: 'presence', people: desk.presence.people(storeId) }])
      return catchUp(desk, visitor)
    },
    head,
    leave: () => {
      visitor.leave()
      conversation.visitors.delete(visitor)
    },
  }
}

function knownZone(timeZone: string | undefined): string | null {
  return timeZone !== undefined && isTimeZone(timeZone) ? timeZone : null
}

/** The token decides alone; `conversation` may only confirm what it says. */
async function identify(
  desk: Desk,
  store: StoreRow,
  { token, mayBeNew, conversation, locale }: Greeting,
): Promise<{ readonly row: ConversationRow; readonly token: string } | Refused> {
  if (token === undefined) {
    return conversation === undefined
      ? newcomer(desk, store, locale, newBuyerToken())
      : { refused: 'WRONG_CONVERSATION' }
  }
  const row = await holderOf(desk, store, token)
  if (row === null) return mayBeNew ? comer(desk, store, locale, token) : { refused: 'TOKEN_UNKNOWN' }
  if (conversation !== undefined && conversation !== row.publicId) return { refused: 'WRONG_CONVERSATION' }
  return { row, token }
}

function holderOf({ database }: Desk, store: StoreRow, token: string): Promise<ConversationRow | null> {
  return runAsJournal(database, (tx) => findConversationByToken(tx, store.id, buyerTokenHash(token)))
}

/** Somebody new by a token that the door made. Two sockets of one browser may come at once: the second finds what the first made. */
async function comer(desk: Desk, store: StoreRow, locale: string, token: string) {
  try {
    return await newcomer(desk, store, locale, token)
  } catch (error) {
    const row = await holderOf(desk, store, token)
    if (row === null) throw error
    return { token, row }
  }
}

async function newcomer({ database, clock }: Desk, store: StoreRow, locale: string, token: string) {
  const made = {
    storeId: store.id,
    publicId: randomBytes(16).toString('base64url'),
    tokenHash: buyerTokenHash(token),
    locale,
    at: clock.now(),
  }
  return { token, row: await runAsJournal(database, (tx) => createConversation(tx, made)) }
}

/** What the client holds is of another past: the store was restored from a backup, or lost its newest messages. */
function mustForget(
  { after, epoch }: { readonly after: number; readonly epoch?: string },
  store: StoreRow,
  head: number,
): boolean {
  return after > head || (epoch !== undefined && epoch !== store.epoch && after > 0)
}

export async function messagesAfter(
  { database }: Desk,
  key: ConversationKey,
  seq: number,
): Promise<readonly Message[]> {
  const messages = await runAsJournal(database, (tx) =>
    messagesBetween(tx, key, seq + 1, Number.MAX_SAFE_INTEGER, PAGE),
  )
  return messages.map(messageFrame)
}
