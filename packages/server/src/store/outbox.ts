import { sql } from 'kysely'
import type { Tx } from './database.ts'
import type { ToldStep } from './schema.ts'

/** What a reader of the outbox has not seen yet: whatever was written in this transaction or a later one. An xid8 as text. */
export type OutboxPlace = string

/** What came into the outbox since a place, and the place to read on from. */
export interface OutboxNews {
  readonly steps: readonly ToldStep[]
  readonly place: OutboxPlace
}

/**
 * The steps that other nodes committed since `place`; with null, none, and where to begin. Ids are no order to read by, because a
 * row with a lower one may be committed later; so everything is read again that was not finished when we read before. That makes
 * repetitions, and no gaps. As the journal.
 */
export async function stepsOfOthers(tx: Tx, node: string, place: OutboxPlace | null): Promise<OutboxNews> {
  // One statement, so that the rows and the horizon are of one snapshot.
  const { rows } = await sql<{ place: string; steps: readonly (readonly ToldStep[])[] | null }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as place, (
      select json_agg(payload order by id) from outbox
      where topic = 'steps' and node <> ${node} and written_in >= ${place}::text::xid8
    ) as steps`.execute(tx)
  const [news] = rows
  if (news === undefined) throw new Error('The outbox gave no place to read on from.')
  return { steps: (news.steps ?? []).flat(), place: news.place }
}

/** Removes steps that were told long enough ago for everybody to have heard them. As the journal. */
export async function forgetToldSteps(tx: Tx, olderThanMs: number): Promise<void> {
  await sql`
    delete from outbox where topic = 'steps'
      and at < (extract(epoch from clock_timestamp()) * 1000)::bigint - ${olderThanMs}::bigint`.execute(tx)
}
