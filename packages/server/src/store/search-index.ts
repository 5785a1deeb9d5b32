import type { MessageContent } from '@shopbell/protocol'
import { sql } from 'kysely'
import type { ConversationKey } from './conversations.ts'
import type { Tx } from './database.ts'

/** What a conversation is found by, as it is kept: its words, and their grams as numbers. */
export interface SearchEntry {
  readonly storeId: number
  readonly conversationId: number
  /** The last seq that is in the words. */
  readonly head: number
  readonly words: string
  readonly grams: readonly number[]
}

/**
 * What an entry is made of. `said` are the last messages of buyer and agents, `answers` what was answered, both ascending. What was said
 * again, as by taps on the same question, stands there once.
 */
export interface SearchSource {
  readonly storeId: number
  readonly conversationId: number
  readonly head: number
  readonly publicId: string
  readonly buyerName: string | null
  readonly said: readonly MessageContent[]
  readonly answers: readonly string[]
}

/** Messages of people that are looked through, counted from the last. */
const MAX_MESSAGES = 300
/** As JSON, the newest first: more than the words that are kept of a conversation, and little enough to read again at each message. */
const MAX_CHARACTERS = 150_000

/** Of these conversations, those whose entry is missing or of another head, with what their entries are made of. As the journal. */
export async function staleSearchSources(
  tx: Tx,
  keys: readonly ConversationKey[],
): Promise<readonly SearchSource[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<SearchSource>`
    select c.store_id as "storeId", c.id as "conversationId", c.head, c.public_id as "publicId",
      c.buyer_name as "buyerName",
      (
        select coalesce(json_agg(said.content::json order by said.seq), '[]')
        from (
          select max(seq) as seq, content, sum(length(content)) over (order by max(seq) desc) as characters
          from (
            select seq, content::text as content from message
            where message.store_id = c.store_id and message.conversation_id = c.id and author in ('buyer', 'agent')
            order by seq desc limit ${MAX_MESSAGES}
          ) as latest
          group by content
        ) as said
        where said.characters <= ${MAX_CHARACTERS}
      ) as said,
      (
        select coalesce(json_agg(answer.shown order by answer.seq), '[]')
        from answer where answer.store_id = c.store_id and answer.conversation_id = c.id
      ) as answers
    from json_to_recordset(${JSON.stringify(keys)}::json) as wanted ("storeId" bigint, id bigint)
    join conversation c on c.store_id = wanted."storeId" and c.id = wanted.id
    left join conversation_search s on s.store_id = c.store_id and s.conversation_id = c.id
    where s.head is distinct from c.head and c.head > 0`.execute(tx)
  return rows
}

/** Puts or replaces entries. Fails where one of the conversations has been erased meanwhile; nothing is written then. As the journal. */
export async function putSearchEntries(tx: Tx, entries: readonly SearchEntry[]): Promise<void> {
  if (entries.length === 0) return
  // In the order of their keys, so that two nodes never wait for each other's rows in a circle.
  const rows = entries
    .toSorted((a, b) => a.storeId - b.storeId || a.conversationId - b.conversationId)
    .map(({ storeId, conversationId, head, words, grams }) => ({
      store_id: storeId,
      conversation_id: conversationId,
      head,
      words,
      grams: `{${grams.join(',')}}`,
    }))
  await sql`
    insert into conversation_search (store_id, conversation_id, head, words, grams)
    select store_id, conversation_id, head, words, grams::integer[]
    from json_to_recordset(${JSON.stringify(rows)}::json) as entry (
      store_id bigint, conversation_id bigint, head bigint, words text, grams text
    )
    on conflict (store_id, conversation_id) do update
    set head = excluded.head, words = excluded.words, grams = excluded.grams
    where conversation_search.head <> excluded.head`.execute(tx)
}

/** A place in a store's conversations by the hour of their last message. */
export interface SweepPlace {
  readonly hour: number
  readonly id: number
}

/**
 * The next conversations whose entry is missing or of another head, after `place` in the order of their hours, and the place they
 * end at; fewer than `limit` mean that there are no more. As the journal.
 */
export async function staleAfter(
  tx: Tx,
  storeId: number,
  place: SweepPlace,
  limit: number,
): Promise<readonly (ConversationKey & { readonly hour: number })[]> {
  const { rows } = await sql<{ id: number; hour: number }>`
    select c.id, c.last_hour as hour
    from conversation c left join conversation_search s on s.store_id = c.store_id and s.conversation_id = c.id
    where c.store_id = ${storeId} and c.last_hour >= ${place.hour} and (c.last_hour, c.id) > (${place.hour}, ${place.id})
      and c.head > 0 and s.head is distinct from c.head
    order by c.last_hour, c.id limit ${limit}`.execute(tx)
  return rows.map(({ id, hour }) => ({ storeId, id, hour }))
}

/** Each store, and the hour up to which its search is complete; null: nothing is known, begin anew. As the journal. */
export async function searchPlaces(
  tx: Tx,
): Promise<readonly { readonly storeId: number; readonly hour: number | null }[]> {
  return tx
    .selectFrom('store')
    .leftJoin('conversationSearchPlace', 'conversationSearchPlace.storeId', 'store.id')
    .select(['store.id as storeId', 'conversationSearchPlace.hour'])
    .orderBy('store.id')
    .execute()
}

/** Remembers that the search is complete up to this hour. As the journal. */
export async function setSearchPlace(tx: Tx, storeId: number, hour: number): Promise<void> {
  await tx
    .insertInto('conversationSearchPlace')
    .values({ storeId, hour })
    .onConflict((conflict) => conflict.column('storeId').doUpdateSet({ hour }))
    .execute()
}

/** After a backup was restored: everything is looked at again. As the journal. */
export async function forgetSearchPlaces(tx: Tx): Promise<void> {
  await tx.deleteFrom('conversationSearchPlace').execute()
}
