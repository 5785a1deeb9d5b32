import type { Handling } from '@shopbell/protocol'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './database.ts'
import { type ListedConversation, listedByIds, type RowReading } from './conversation-list.ts'
import { parsePlace, placeAfter } from './inbox-place.ts'
import { continueAsStore } from './run-as.ts'

/** What narrows the conversations of a store. What is left out narrows nothing. */
export interface ConversationFilter {
  /** Each has to be in the words, and the grams in the index. */
  readonly words?: { readonly grams: readonly number[]; readonly needles: readonly string[] }
  readonly handling?: Handling
  /** Key of the account that has it; null: nobody has it. */
  readonly assigneeId?: number | null
  /** Of conversations that went on at `from` or later, and began before `to`: instants. */
  readonly from?: number
  readonly to?: number
  readonly flowVersion?: number
  /** Somebody answered a question in it. */
  readonly answered?: true
}

export interface FoundPage {
  readonly conversations: readonly ListedConversation[]
  /** Give it as `before` for the next page; null: this was the last. */
  readonly next: string | null
}

/**
 * The store's conversations that fit, newest message first. Begins as the journal, where the index over all stores may be used, and
 * reads what it shows as the store: a key that were not the store's would show nothing.
 */
export async function findConversations(
  tx: Tx,
  storeId: number,
  filter: ConversationFilter,
  {
    before,
    limit,
    ...reading
  }: RowReading & { readonly before?: string | undefined; readonly limit: number },
): Promise<FoundPage> {
  const place = before === undefined ? null : parsePlace(before)
  const { rows } = await sql<{ id: number }>`
    select c.id from conversation c ${joinOf(storeId, filter)}
    where c.store_id = ${storeId} and c.head > 0 and ${whereOf(storeId, filter)}
      and ${place === null || place.section === 'waiting' ? EVERYTHING : sql`c.last_hour <= ${Math.floor(place.at / HOUR_MS)} and (c.last_at, c.id) < (${place.at}, ${place.id})`}
    order by c.last_hour desc, c.last_at desc, c.id desc limit ${limit + 1}`.execute(tx)
  await continueAsStore(tx, storeId)
  const ids = rows.slice(0, limit).map(({ id }) => id)
  const conversations = await listedByIds(tx, storeId, ids, reading)
  const last = conversations.at(-1)
  const next = rows.length > limit && last !== undefined ? placeAfter({ ...last, waitingSince: null }) : null
  return { conversations, next }
}

const HOUR_MS = 3_600_000
const EVERYTHING = sql`true`

function joinOf(storeId: number, { words }: ConversationFilter): RawBuilder<unknown> {
  return words === undefined
    ? sql``
    : sql`join conversation_search s on s.store_id = ${storeId} and s.conversation_id = c.id`
}

/** The conditions on `conversation c`, and `conversation_search s` where words are looked for. */
export function whereOf(storeId: number, filter: ConversationFilter): RawBuilder<unknown> {
  const { words, handling, assigneeId, from, to, flowVersion, answered } = filter
  const conditions = [
    EVERYTHING,
    ...(words === undefined
      ? []
      : [
          sql`s.grams @> ${`{${words.grams.join(',')}}`}::integer[]`,
          ...words.needles.map((needle) => sql`strpos(s.words, ${needle}) > 0`),
        ]),
    ...(handling === undefined ? [] : [sql`c.handling = ${handling}`]),
    ...(assigneeId === undefined
      ? []
      : [assigneeId === null ? sql`c.assignee_id is null` : sql`c.assignee_id = ${assigneeId}`]),
    ...(from === undefined
      ? []
      : [sql`c.last_hour >= ${Math.floor(from / HOUR_MS)} and c.last_at >= ${from}`]),
    ...(to === undefined ? [] : [sql`c.created_at < ${to}`]),
    ...(flowVersion === undefined ? [] : [sql`c.flow_version = ${flowVersion}`]),
    ...(answered === undefined
      ? []
      : [
          sql`exists (select from answer where answer.store_id = ${storeId} and answer.conversation_id = c.id)`,
        ]),
  ]
  return sql.join(conditions, sql` and `)
}
