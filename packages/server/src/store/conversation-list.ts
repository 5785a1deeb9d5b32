import type { Author, Handling, MessageContent, MessageKind } from '@shopbell/protocol'
import { type ExpressionBuilder, sql } from 'kysely'
import { jsonBuildObject, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Tx } from './database.ts'
import { type InboxPlace, parsePlace, placeAfter, TOP } from './inbox-place.ts'
import type { Schema } from './schema.ts'

/** One row of the inbox. `answers` counts variables; `unread` the buyer's messages no agent has seen, up to `UNREAD_SHOWN`. */
export interface ListedConversation {
  readonly id: number
  readonly publicId: string
  readonly buyerName: string | null
  readonly locale: string
  readonly handling: Handling
  readonly assignee: { readonly publicId: string; readonly name: string } | null
  readonly head: number
  readonly lastAt: number
  readonly last: {
    readonly author: Author
    readonly kind: MessageKind
    readonly content: MessageContent
  } | null
  readonly waitingSince: number | null
  readonly answers: number
  readonly unread: number
}

/**
 * `open`: everything that is not closed. `follow`: what people have to do with (WEL-12). `mine`: what waits for anybody, and what one
 * account has.
 */
export type InboxView = 'open' | 'follow' | 'mine' | 'closed' | 'all'

/** How the rows of a store are read. */
export interface RowReading {
  /** The store's rule book: the robot's answer marks what it answered as read (WEL-11, FAQ-14). */
  readonly robotMarksRead?: boolean
}

export interface ConversationPage {
  readonly conversations: readonly ListedConversation[]
  /** How many wait for a person, in all. */
  readonly waiting: number
  /** Give it as `before` for the next page; null: this was the last. */
  readonly next: string | null
}

export interface PageWanted extends RowReading {
  readonly view: InboxView
  /** Whose `mine` is. */
  readonly accountId?: number
  /** `next` of the page before; one that is not understood begins at the top. */
  readonly before?: string | undefined
  readonly limit: number
}

/** More unread messages than this are not counted. */
export const UNREAD_SHOWN = 99

/**
 * The store's conversations that have messages: those that wait for a person first, the longest wait on top, then by their last
 * message, newest on top. As the store.
 */
export async function listConversations(
  tx: Tx,
  storeId: number,
  wanted: PageWanted,
): Promise<ConversationPage> {
  const { limit } = wanted
  const place = (wanted.before === undefined ? null : parsePlace(wanted.before)) ?? TOP
  const found: ListedConversation[] = []
  if (wanted.view !== 'closed' && place.section === 'waiting') {
    found.push(...(await waitingAfter(tx, storeId, place, { ...wanted, limit: limit + 1 })))
  }
  if (found.length <= limit) {
    const others = { ...wanted, limit: limit + 1 - found.length }
    found.push(...(await othersAfter(tx, storeId, place, others)))
  }
  const conversations = found.slice(0, limit)
  const last = conversations.at(-1)
  return {
    conversations,
    waiting: await countWaiting(tx, storeId),
    next: found.length > limit && last !== undefined ? placeAfter(last) : null,
  }
}

/** One row of the inbox as `listConversations` has it; null: no conversation of this store. As the store. */
export async function listedConversation(
  tx: Tx,
  storeId: number,
  conversationId: number,
  reading: RowReading = {},
): Promise<ListedConversation | null> {
  const row = await listed(tx, storeId, reading)
    .where('conversation.id', '=', conversationId)
    .executeTakeFirst()
  return row ?? null
}

/** The rows of these conversations of the store, in the order of the keys; those that are not the store's are left out. As the store. */
export async function listedByIds(
  tx: Tx,
  storeId: number,
  ids: readonly number[],
  reading: RowReading = {},
): Promise<readonly ListedConversation[]> {
  if (ids.length === 0) return []
  const rows = await listed(tx, storeId, reading)
    .where('conversation.id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined)
}

function waitingAfter(tx: Tx, storeId: number, { at, id }: InboxPlace, wanted: PageWanted) {
  return listed(tx, storeId, wanted)
    .where('waitingSince', 'is not', null)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('waitingSince', 'conversation.id'), '>', tuple(at, id)))
    .orderBy('waitingSince')
    .orderBy('conversation.id')
    .limit(wanted.limit)
    .execute()
}

/** Ordered by hour, then exactly: the index has the hours, and a step within the same hour leaves it alone. */
function othersAfter(tx: Tx, storeId: number, place: InboxPlace, wanted: PageWanted) {
  const { view, limit, accountId = 0 } = wanted
  return listed(tx, storeId, wanted)
    .where('waitingSince', 'is', null)
    .where('head', '>', 0)
    .$if(view === 'open', (query) => query.where('handling', '<>', 'closed'))
    .$if(view === 'closed', (query) => query.where('handling', '=', 'closed'))
    .$if(view === 'follow' || view === 'mine', (query) => query.where('handling', '=', 'human'))
    .$if(view === 'mine', (query) => query.where('assigneeId', '=', accountId))
    .$if(place.section === 'others', (query) =>
      query
        .where('lastHour', '<=', Math.floor(place.at / 3_600_000))
        .where(({ eb, refTuple, tuple }) =>
          eb(refTuple('lastAt', 'conversation.id'), '<', tuple(place.at, place.id)),
        ),
    )
    .orderBy('lastHour', 'desc')
    .orderBy('lastAt', 'desc')
    .orderBy('conversation.id', 'desc')
    .limit(limit)
    .execute()
}

async function countWaiting(tx: Tx, storeId: number): Promise<number> {
  const { waiting } = await tx
    .selectFrom('conversation')
    .select((row) => row.fn.countAll<number>().as('waiting'))
    .where('storeId', '=', storeId)
    .where('waitingSince', 'is not', null)
    .executeTakeFirstOrThrow()
  return waiting
}

type OfConversation = ExpressionBuilder<Schema, 'conversation'>

/** Everything beside the row itself is read by primary key. */
function listed(tx: Tx, storeId: number, { robotMarksRead = false }: RowReading) {
  return tx
    .selectFrom('conversation')
    .select(['id', 'publicId', 'buyerName', 'locale', 'handling', 'head', 'lastAt', 'waitingSince'])
    .select((row) => [
      assigneeOf(row).as('assignee'),
      lastMessageOf(row).as('last'),
      answersTo(row).as('answers'),
      unreadIn(row, robotMarksRead).as('unread'),
    ])
    .where('conversation.storeId', '=', storeId)
}

/** Built key by key: inside JSON, names are not translated. */
function assigneeOf(row: OfConversation) {
  return row
    .selectFrom('account')
    .select(({ ref }) =>
      jsonBuildObject({ publicId: ref('account.publicId'), name: ref('account.name') }).as('assignee'),
    )
    .whereRef('account.storeId', '=', 'conversation.storeId')
    .whereRef('account.id', '=', 'conversation.assigneeId')
    .$asScalar()
}

function lastMessageOf(row: OfConversation) {
  return jsonObjectFrom(
    row
      .selectFrom('message')
      .select(['author', 'kind', 'content'])
      .whereRef('message.storeId', '=', 'conversation.storeId')
      .whereRef('conversationId', '=', 'conversation.id')
      .whereRef('seq', '=', 'conversation.head'),
  )
}

function answersTo(row: OfConversation) {
  return row
    .selectFrom('answer')
    .select(({ fn }) => fn.count<number>('variable').distinct().as('answers'))
    .whereRef('answer.storeId', '=', 'conversation.storeId')
    .whereRef('conversationId', '=', 'conversation.id')
    .$asScalar()
    .$notNull()
}

/** What the robot has answered counts as read where the rule book says so, unless the buyer waits for a person all the same. */
function unreadIn(row: OfConversation, robotMarksRead: boolean) {
  return row
    .selectFrom(({ selectFrom }) =>
      selectFrom('message')
        .select('seq')
        .whereRef('message.storeId', '=', 'conversation.storeId')
        .whereRef('conversationId', '=', 'conversation.id')
        .whereRef('seq', '>', 'conversation.readByAgentSeq')
        .where('author', '=', 'buyer')
        .$if(robotMarksRead, (query) => query.where('seq', '>', lastAnsweredIn(row)))
        .limit(UNREAD_SHOWN)
        .as('unseen'),
    )
    .select(sql<number>`count(*)`.as('unread'))
    .$asScalar()
    .$notNull()
}

function lastAnsweredIn(row: OfConversation) {
  return row
    .case()
    .when('waitingSince', 'is not', null)
    .then(0)
    .else(
      row
        .selectFrom('message')
        .select(({ fn }) => fn.coalesce(fn.max('seq'), sql<number>`0`).as('seq'))
        .whereRef('message.storeId', '=', 'conversation.storeId')
        .whereRef('conversationId', '=', 'conversation.id')
        .where('author', '=', 'robot'),
    )
    .end()
}
