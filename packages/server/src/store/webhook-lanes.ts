import type { DeliveryFault } from '@shopbell/protocol'
import { sql } from 'kysely'
import type { Tx } from './database.ts'
import type { EventSubject } from './webhook-schema.ts'

/** A lane that is held: nobody else sends anything of it before `heldUntil`. */
export interface HeldLane {
  readonly storeId: number
  readonly webhookId: number
  readonly lane: number
  readonly lease: number
}

/** The first waiting delivery of a held lane, and where it goes. `attempts` counts the one that is due. */
export interface DueDelivery extends HeldLane {
  readonly id: number
  readonly url: string
  readonly webhookPublicId: string
  readonly event: string
  readonly subject: EventSubject
  readonly conversationId: number | null
  readonly at: number
  readonly attempts: number
  /** Nothing has arrived at the endpoint since. */
  readonly failingSince: number | null
}

export interface Taking {
  readonly at: number
  readonly heldUntil: number
  /** Lanes to take at most, of all endpoints. */
  readonly room: number
  /** Lanes of one endpoint at a time, those included that this node holds already (`busy`, by endpoint). */
  readonly perWebhook: number
  readonly busy: ReadonlyMap<number, number>
}

/** What came of an attempt. */
export interface Attempt {
  readonly status: number | null
  readonly fault: DeliveryFault | null
  readonly excerpt: string | null
}

/**
 * Takes lanes that are due, at first one of every endpoint, then a second, so that one that has much does not keep others waiting. An
 * endpoint that is switched off waits, what was asked for by itself excepted (lanes below zero). As the journal.
 */
export async function takeLanes(
  tx: Tx,
  { at, heldUntil, room, perWebhook, busy }: Taking,
): Promise<readonly HeldLane[]> {
  const { rows } = await sql<HeldLane>`
    with due as (
      select webhook.store_id, webhook.id as webhook_id, lane.lane, lane.next_at,
        row_number() over (partition by webhook.id order by lane.next_at, lane.lane) + coalesce(busy.lanes, 0) as place
      from webhook
      left join unnest(${[...busy.keys()]}::bigint[], ${[...busy.values()]}::integer[]) as busy (webhook_id, lanes)
        on busy.webhook_id = webhook.id
      cross join lateral (
        select one.lane, one.next_at from webhook_lane as one
        where one.store_id = webhook.store_id and one.webhook_id = webhook.id and one.next_at <= ${at}
          and (webhook.active or one.lane < 0)
        order by one.next_at limit ${perWebhook} for update skip locked
      ) as lane
    ), chosen as (
      select * from due where place <= ${perWebhook} order by place, next_at limit ${room}
    )
    update webhook_lane as taken set next_at = ${heldUntil}, lease = taken.lease + 1
    from chosen
    where taken.store_id = chosen.store_id and taken.webhook_id = chosen.webhook_id and taken.lane = chosen.lane
    returning taken.store_id as "storeId", taken.webhook_id as "webhookId", taken.lane, taken.lease`.execute(
    tx,
  )
  return rows
}

/** Begins an attempt at the first delivery of each lane, in the transaction that took them; an empty lane goes. As the journal. */
export async function beginAttempts(
  tx: Tx,
  lanes: readonly HeldLane[],
  at: number,
): Promise<readonly DueDelivery[]> {
  if (lanes.length === 0) return []
  const { rows } = await sql<DueDelivery>`
    with held as (
      select * from json_to_recordset(${JSON.stringify(lanes)}::json)
        as held ("storeId" bigint, "webhookId" bigint, lane bigint, lease bigint)
    ), first as (
      select distinct on (held."webhookId", held.lane) delivery.store_id, delivery.id, held.lease
      from held join webhook_delivery as delivery on delivery.store_id = held."storeId"
        and delivery.webhook_id = held."webhookId" and delivery.lane = held.lane and delivery.state = 'waiting'
      order by held."webhookId", held.lane, delivery.id
    )
    update webhook_delivery as tried set attempts = tried.attempts + 1, tried_at = ${at}
    from first join webhook on webhook.store_id = first.store_id
    where tried.store_id = first.store_id and tried.id = first.id and webhook.id = tried.webhook_id
    returning tried.store_id as "storeId", tried.webhook_id as "webhookId", tried.lane, first.lease, tried.id,
      webhook.url, webhook.public_id as "webhookPublicId", tried.event, tried.subject,
      tried.conversation_id as "conversationId", tried.at, tried.attempts,
      webhook.failing_since as "failingSince"`.execute(tx)
  const found = new Set(rows.map(({ webhookId, lane }) => `${webhookId} ${lane}`))
  for (const lane of lanes) if (!found.has(`${lane.webhookId} ${lane.lane}`)) await removeLane(tx, lane)
  return rows
}

/**
 * Writes down what became of an attempt and lets the lane go, to be taken again at `nextAt`, or at once where the next delivery of it
 * waits. Changes nothing of a lane that somebody else has taken since; the delivery counts as delivered all the same. As the journal.
 */
export async function endAttempt(
  tx: Tx,
  delivery: DueDelivery,
  {
    state,
    nextAt,
    at,
    status,
    fault,
    excerpt,
  }: Attempt & {
    readonly state: 'waiting' | 'delivered' | 'dead'
    readonly nextAt: number | null
    readonly at: number
  },
): Promise<void> {
  const { storeId, id, attempts } = delivery
  const isHeld = await lockLane(tx, delivery)
  await tx
    .updateTable('webhookDelivery')
    .set({ state, nextAt, status, fault, excerpt })
    .where('storeId', '=', storeId)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .$if(state !== 'delivered', (query) => query.where('attempts', '=', attempts))
    .execute()
  if (isHeld) await letGo(tx, delivery, nextAt ?? at)
}

/** The event is no more: its delivery goes. As the journal. */
export async function dropDelivery(tx: Tx, delivery: DueDelivery, at: number): Promise<void> {
  const isHeld = await lockLane(tx, delivery)
  await tx
    .deleteFrom('webhookDelivery')
    .where('storeId', '=', delivery.storeId)
    .where('id', '=', delivery.id)
    .execute()
  if (isHeld) await letGo(tx, delivery, at)
}

/** Whether the lane is still held by this lease. Statements after this one see whatever was put into it before. */
async function lockLane(tx: Tx, { storeId, webhookId, lane, lease }: HeldLane): Promise<boolean> {
  const row = await tx
    .selectFrom('webhookLane')
    .select('lease')
    .where('storeId', '=', storeId)
    .where('webhookId', '=', webhookId)
    .where('lane', '=', lane)
    .forUpdate()
    .executeTakeFirst()
  return row?.lease === lease
}

async function letGo(tx: Tx, held: HeldLane, nextAt: number): Promise<void> {
  const { storeId, webhookId, lane } = held
  const next = await tx
    .selectFrom('webhookDelivery')
    .select('id')
    .where('storeId', '=', storeId)
    .where('webhookId', '=', webhookId)
    .where('lane', '=', lane)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst()
  if (next === undefined) return removeLane(tx, held)
  await tx
    .updateTable('webhookLane')
    .set({ nextAt })
    .where('storeId', '=', storeId)
    .where('webhookId', '=', webhookId)
    .where('lane', '=', lane)
    .execute()
}

async function removeLane(tx: Tx, { storeId, webhookId, lane }: HeldLane): Promise<void> {
  await tx
    .deleteFrom('webhookLane')
    .where('storeId', '=', storeId)
    .where('webhookId', '=', webhookId)
    .where('lane', '=', lane)
    .execute()
}

/** Something arrived at the endpoint (`failedAt` null), or did not. Answers since when nothing does. As the journal. */
export async function noteArrival(
  tx: Tx,
  { storeId, webhookId }: Pick<HeldLane, 'storeId' | 'webhookId'>,
  failedAt: number | null,
): Promise<number | null> {
  const { rows } = await sql<{ since: number | null }>`
    update webhook set failing_since = case when ${failedAt}::bigint is null then null
      else coalesce(failing_since, ${failedAt}::bigint) end
    where store_id = ${storeId} and id = ${webhookId} and (failing_since is null) <> (${failedAt}::bigint is null)
    returning failing_since as since`.execute(tx)
  return rows[0]?.since ?? null
}
