import { sql } from 'kysely'
import type { Tx } from './database.ts'
import type { SettingArea, SettingAreas } from './settings-schema.ts'

/** What is kept of an area for one scope: the store (`accountId` is null) or an account. */
export interface KeptSetting<Value> {
  readonly accountId: number | null
  /** Null: the account follows the store. */
  readonly value: Value | null
  readonly revision: number
  readonly changedAt: number
  readonly changedBy: string
}

/** All that the store and its accounts have set in an area. As the store. */
export async function settingsOf<Area extends SettingArea>(
  tx: Tx,
  storeId: number,
  area: Area,
): Promise<readonly KeptSetting<SettingAreas[Area]>[]> {
  const { rows } = await sql<KeptSetting<SettingAreas[Area]>>`
    select account_id as "accountId", value, revision, changed_at as "changedAt", changed_by as "changedBy"
    from setting where store_id = ${storeId} and area = ${area}`.execute(tx)
  return rows
}

/** Writes the next revision after just `revision` (0: nothing was kept). False: somebody was faster. As the store. */
export async function saveSetting<Area extends SettingArea>(
  tx: Tx,
  storeId: number,
  area: Area,
  { accountId, value, revision, changedAt, changedBy }: KeptSetting<SettingAreas[Area]>,
): Promise<boolean> {
  const json = value === null ? null : JSON.stringify(value)
  const next = { value: json, revision: revision + 1, changedAt, changedBy }
  if (revision === 0) {
    const made = await tx
      .insertInto('setting')
      .values({ storeId, area, accountId, ...next })
      .onConflict((conflict) => conflict.columns(['storeId', 'area', 'accountId']).doNothing())
      .returning('id')
      .executeTakeFirst()
    return made !== undefined
  }
  const changed = await tx
    .updateTable('setting')
    .set(next)
    .where('storeId', '=', storeId)
    .where('area', '=', area)
    .where('accountId', accountId === null ? 'is' : '=', accountId)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}
