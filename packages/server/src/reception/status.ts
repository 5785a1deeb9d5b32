import {
  type Facts,
  hearClosingPhrase,
  localeFor,
  nextOn,
  type ReceptionEvent,
  type Reader,
  type StatusFacts,
  statusTexts,
  type WrittenReplies,
  type WrittenReply,
} from '@shopbell/engine'
import {
  type ClosingPhrases,
  DEFAULT_STATUS_REPLIES,
  type StatusReplies,
  type StatusReplySetting,
} from '@shopbell/protocol'
import type { ConversationRow } from '../store/conversations.ts'
import type { KeptSetting } from '../store/settings.ts'
import type { Desk } from './desk.ts'
import type { HotConversation } from './hot-conversations.ts'

/** What a store and its accounts let the robot say for people, ready to be asked. */
export interface StoreStatus {
  readonly store: WrittenReplies
  readonly ofAccounts: ReadonlyMap<number, WrittenReplies>
  /** The store's own closing phrases; null: those that every store begins with. */
  readonly phrases: readonly string[] | null
  /** Some reply waits whether a person is faster. */
  readonly delays: boolean
  readonly isOn: boolean
}

/** Null: the store has switched nothing on and has no list of its own, so nothing more is ever asked. */
export function storeStatus(
  kept: readonly KeptSetting<StatusReplies>[],
  phrases: ClosingPhrases['phrases'],
): StoreStatus | null {
  const ofStore = kept.find(({ accountId }) => accountId === null)?.value
  const store = repliesOf(ofStore ?? DEFAULT_STATUS_REPLIES)
  const ofAccounts = new Map(
    kept.flatMap(({ accountId, value }) =>
      accountId === null || value === null ? [] : [[accountId, repliesOf(value)]],
    ),
  )
  const all = [store, ...ofAccounts.values()].flatMap((replies) => Object.values(replies))
  if (all.length === 0 && phrases === null) return null
  const delays = all.some(({ delayMs }) => delayMs !== undefined)
  return { store, ofAccounts, phrases, delays, isOn: all.length > 0 }
}

function repliesOf({ first, busy, closing, away }: StatusReplies): WrittenReplies {
  return {
    ...(first.on ? { status_first: replyOf(first) } : {}),
    ...(busy.on ? { status_busy: replyOf(busy) } : {}),
    ...(closing.on ? { status_closing: replyOf(closing) } : {}),
    ...(away.on ? { away: replyOf(away) } : {}),
  }
}

function replyOf({ text, delaySeconds }: StatusReplySetting): WrittenReply {
  return { text, ...(delaySeconds === 0 ? {} : { delayMs: delaySeconds * 1_000 }) }
}

/**
 * What the engine is told for status replies (STS-01…11): nothing where the store has none switched on, and only where somebody has
 * the conversation or nobody of the store is there.
 */
export async function statusFacts(
  { stores, presence }: Desk,
  conversation: HotConversation,
  { storeId, handling, session }: ConversationRow,
  event: ReceptionEvent,
  { assigneeId, reader }: { readonly assigneeId: number | null; readonly reader: Reader },
): Promise<Pick<Facts, 'status' | 'closes'>> {
  const status = await stores.status(storeId)
  if (status === null) return {}
  const closes =
    status.phrases !== null && event.type === 'buyer.said'
      ? { closes: hearClosingPhrase(event.text, true, status.phrases) }
      : {}
  if (!status.isOn) return closes
  const nobody = presence.people(storeId) === 0
  const isWithPerson = assigneeId !== null && session !== null && handling !== 'robot'
  if (!nobody && !isWithPerson) return closes
  const replies = (assigneeId === null ? undefined : status.ofAccounts.get(assigneeId)) ?? status.store
  if (Object.keys(replies).length === 0) return closes
  const isBusy =
    assigneeId !== null &&
    replies.status_busy !== undefined &&
    presence.isHere(storeId, assigneeId) &&
    (await stores.busy(storeId)).has(assigneeId)
  return {
    ...closes,
    status: {
      ...(assigneeId === null ? {} : { agent: String(assigneeId) }),
      ...(isBusy ? { busy: true as const } : {}),
      ...(nobody ? { nobody: true as const } : {}),
      replies: statusTexts(replies, reader),
      ...(nobody && replies.away !== undefined
        ? await opening(stores, conversation, event.at, opensIn(replies.away, reader))
        : {}),
    },
  }
}

/** When people are there again, by the store's hours, if they say so; on the buyer's clock if that is known (STS-10). */
async function opening(
  stores: Desk['stores'],
  { key: { storeId }, timeZone }: HotConversation,
  at: number,
  inWhich: { readonly locale?: string },
): Promise<Pick<StatusFacts, 'opens'>> {
  const opensAt = nextOn((await stores.hours(storeId)).store.people, at)
  // By its hours somebody should be there now: nobody knows when they will be.
  if (opensAt === null || opensAt === at) return {}
  const zone = timeZone ?? (await stores.byId(storeId)).timeZone
  return { opens: { at: opensAt, timeZone: zone, theirs: timeZone !== null, ...inWhich } }
}

/** A reply in one language says the time as the session does. */
function opensIn({ text }: WrittenReply, reader: Reader): { readonly locale?: string } {
  const locale = typeof text === 'string' ? null : localeFor(text, reader)
  return locale === null ? {} : { locale }
}
