import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** An account of a store. */
export interface AgentKey {
  readonly storeId: number
  readonly accountId: number
}

/** When an account's console was last known to be open, on whichever node. */
export interface SeenAgent extends AgentKey {
  readonly seenAt: number
}

/** Writes that these accounts have a console open on this node at `at`; stores that are gone are left out. As the journal. */
export async function seeAgents(
  tx: Tx,
  node: string,
  agents: readonly AgentKey[],
  at: number,
): Promise<void> {
  if (agents.length === 0) return
  const rows = agents.map(({ storeId, accountId }) => ({ store_id: storeId, account_id: accountId }))
  await sql`
    insert into agent_presence (store_id, account_id, node, seen_at)
    select seen.store_id, seen.account_id, ${node}, ${at}::bigint
    from json_to_recordset(${JSON.stringify(rows)}::json) as seen (store_id bigint, account_id bigint)
    join store on store.id = seen.store_id
    on conflict (store_id, account_id, node) do update
    set seen_at = greatest(agent_presence.seen_at, excluded.seen_at)`.execute(tx)
}

/** Every account that was seen after `after`, of all stores, each once. As the journal. */
export function agentsSeenAfter(tx: Tx, after: number): Promise<readonly SeenAgent[]> {
  return tx
    .selectFrom('agentPresence')
    .select(['storeId', 'accountId'])
    .select(({ fn }) => fn.max('seenAt').as('seenAt'))
    .where('seenAt', '>', after)
    .groupBy(['storeId', 'accountId'])
    .execute()
}

/** Forgets who was last seen before. As the journal. */
export async function forgetAgentsSeenBefore(tx: Tx, before: number): Promise<void> {
  await tx.deleteFrom('agentPresence').where('seenAt', '<', before).execute()
}
