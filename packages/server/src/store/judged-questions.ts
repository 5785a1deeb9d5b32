import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** How the answers to one question were judged; `content` is the buyer's message that was answered, of the newest judged answer. */
export interface JudgedRow {
  readonly id: string
  readonly content: unknown
  readonly solved: number
  readonly unsolved: number
}

/** The questions whose answers buyers judged, those that most buyers found unsolved first (FAQ-17). As the store. */
export async function judgedQuestions(tx: Tx, storeId: number, limit: number): Promise<readonly JudgedRow[]> {
  const { rows } = await sql<JudgedRow>`
    select counted.id, counted.solved, counted.unsolved, asked.content
    from (
      select source as id, count(*) filter (where solved) as solved, count(*) filter (where not solved) as unsolved
      from message where store_id = ${storeId} and solved is not null and source is not null
      group by source
      order by count(*) filter (where not solved) desc, count(*) desc, source
      limit ${limit}
    ) as counted
    left join lateral (
      select conversation_id, reply_to from message
      where store_id = ${storeId} and solved is not null and source = counted.id
      order by at desc limit 1
    ) as newest on true
    left join message as asked on asked.store_id = ${storeId}
      and asked.conversation_id = newest.conversation_id and asked.seq = newest.reply_to
    order by counted.unsolved desc, counted.solved + counted.unsolved desc, counted.id`.execute(tx)
  return rows
}
