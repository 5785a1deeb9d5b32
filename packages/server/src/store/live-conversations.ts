import type { Handling } from '@shopbell/protocol'
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Conversations that stand at the same place: who has them, the version they run on, the smart question that is open. */
export interface ConversationsRow {
  readonly handling: Exclude<Handling, 'closed'>
  readonly flowVersion: number | null
  readonly block: string | null
  readonly count: number
}

const HOUR_MS = 3_600_000

/** Where the conversations stand that are not closed and had a message since then. By the inbox's index. As the store. */
export function conversationsSince(
  tx: Tx,
  storeId: number,
  since: number,
): Promise<readonly ConversationsRow[]> {
  return tx
    .selectFrom('conversation')
    .select(({ fn }) => [
      'handling',
      'flowVersion',
      sql<string | null>`session -> 'open' ->> 'block'`.as('block'),
      fn.countAll<number>().as('count'),
    ])
    .where('storeId', '=', storeId)
    .where('lastHour', '>=', Math.floor(since / HOUR_MS))
    .where('lastAt', '>=', since)
    .where('session', 'is not', null)
    .where('handling', '<>', 'closed')
    .groupBy(['handling', 'flowVersion', 'block'])
    .orderBy('handling')
    .orderBy('flowVersion')
    .orderBy('block')
    .$narrowType<{ handling: ConversationsRow['handling'] }>()
    .execute()
}

/** How many buyers were given a question list since then and hold it. By the inbox's index: giving it was a message. As the store. */
export async function listHoldersSince(tx: Tx, storeId: number, since: number): Promise<number> {
  const { holders } = await tx
    .selectFrom('conversation')
    .select(({ fn }) => fn.countAll<number>().as('holders'))
    .where('storeId', '=', storeId)
    .where('lastHour', '>=', Math.floor(since / HOUR_MS))
    .where(sql<boolean>`(buyer ->> 'receivedAt')::bigint >= ${since}`)
    .where(sql<boolean>`buyer -> 'held' ->> 'listVersion' is not null`)
    .executeTakeFirstOrThrow()
  return holders
}

/** How many conversations began with each version. As the store. */
export async function conversationsBegun(tx: Tx, storeId: number): Promise<ReadonlyMap<number, number>> {
  const rows = await tx
    .selectFrom('journal')
    .select(({ fn }) => ['flowVersion', fn.countAll<number>().as('begun')])
    .where('storeId', '=', storeId)
    .where(sql<boolean>`began`)
    .where('flowVersion', 'is not', null)
    .groupBy('flowVersion')
    .execute()
  return new Map(rows.map(({ flowVersion, begun }) => [flowVersion ?? 0, begun]))
}
