import type { Handling } from '@shopbell/protocol'
import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { type ConversationFilter, whereOf } from './find-conversations.ts'
import type { StoredAnswer } from './step-record.ts'

/** A conversation with the newest answer to each question, in the order of the messages that answered. */
export interface AnsweredRow {
  readonly id: number
  readonly publicId: string
  readonly buyerName: string | null
  readonly locale: string
  readonly handling: Handling
  readonly flowVersion: number | null
  readonly createdAt: number
  readonly lastAt: number
  readonly answers: readonly StoredAnswer[]
}

/** A question that was answered, in its newest words. */
export interface AnsweredQuestion {
  readonly variable: string
  readonly question: string
  readonly unit: string | null
}

/** The filters of the collected answers. */
export type AnswerFilter = Omit<ConversationFilter, 'words' | 'answered'>

/** Conversations with answers that fit, the newest conversation first, from before the key `before` on. As the store. */
export async function answeredConversations(
  tx: Tx,
  storeId: number,
  filter: AnswerFilter,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<readonly AnsweredRow[]> {
  const { rows } = await sql<AnsweredRow>`
    select c.id, c.public_id as "publicId", c.buyer_name as "buyerName", c.locale, c.handling,
      c.flow_version as "flowVersion", c.created_at as "createdAt", c.last_at as "lastAt",
      (
        select json_agg(newest order by newest.seq) from (
          select distinct on (variable) seq, variable, question, value, shown, unit, at from answer
          where answer.store_id = ${storeId} and answer.conversation_id = c.id
          order by variable, seq desc
        ) as newest
      ) as answers
    from conversation c
    where c.store_id = ${storeId} and c.id < ${before ?? Number.MAX_SAFE_INTEGER}
      and ${whereOf(storeId, { ...filter, answered: true })}
    order by c.id desc limit ${limit}`.execute(tx)
  return rows
}

/** Every question that somebody answered in these conversations, in the order they were first answered in. As the store. */
export async function answeredQuestions(
  tx: Tx,
  storeId: number,
  filter: AnswerFilter,
): Promise<readonly AnsweredQuestion[]> {
  const { rows } = await sql<AnsweredQuestion>`
    select variable, (array_agg(question order by at desc))[1] as question, (array_agg(unit order by at desc))[1] as unit
    from answer join conversation c on c.store_id = answer.store_id and c.id = answer.conversation_id
    where answer.store_id = ${storeId} and ${whereOf(storeId, filter)}
    group by variable order by min(at), variable`.execute(tx)
  return rows
}
