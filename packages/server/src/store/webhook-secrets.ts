import type { Tx } from './database.ts'

interface OfWebhook {
  readonly storeId: number
  readonly webhookId: number
}

/** Makes a secret the newest of an endpoint. The newest before is signed with until `oldEndsAt`; any older one is gone. As the store. */
export async function putSecret(
  tx: Tx,
  { storeId, webhookId }: OfWebhook,
  { secret, at, oldEndsAt }: { readonly secret: string; readonly at: number; readonly oldEndsAt: number },
): Promise<void> {
  await tx
    .deleteFrom('webhookSecret')
    .where('storeId', '=', storeId)
    .where('webhookId', '=', webhookId)
    .where('endsAt', 'is not', null)
    .execute()
  await tx
    .updateTable('webhookSecret')
    .set({ endsAt: oldEndsAt })
    .where('storeId', '=', storeId)
    .where('webhookId', '=', webhookId)
    .execute()
  await tx
    .insertInto('webhookSecret')
    .values({ storeId, webhookId, secret, madeAt: at, endsAt: null })
    .execute()
}

/** Until when the old secrets of the store's endpoints are signed with, where that is later than `at`. As the store. */
export async function oldSecretEnds(
  tx: Tx,
  storeId: number,
  at: number,
): Promise<ReadonlyMap<number, number>> {
  const rows = await tx
    .selectFrom('webhookSecret')
    .select(['webhookId', 'endsAt'])
    .where('storeId', '=', storeId)
    .where('endsAt', '>', at)
    .execute()
  return new Map(rows.flatMap(({ webhookId, endsAt }) => (endsAt === null ? [] : [[webhookId, endsAt]])))
}

/** What is signed with at `at`, the newest first, by endpoint. As the journal. */
export async function liveSecrets(
  tx: Tx,
  webhookIds: readonly number[],
  at: number,
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (webhookIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('webhookSecret')
    .select(['webhookId', 'secret'])
    .where('webhookId', 'in', webhookIds)
    .where((row) => row.or([row('endsAt', 'is', null), row('endsAt', '>', at)]))
    .orderBy('id', 'desc')
    .execute()
  const byWebhook = new Map<number, string[]>()
  for (const { webhookId, secret } of rows)
    byWebhook.set(webhookId, [...(byWebhook.get(webhookId) ?? []), secret])
  return byWebhook
}
