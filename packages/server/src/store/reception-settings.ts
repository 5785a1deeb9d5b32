import type { ReceptionSettings } from '@shopbell/protocol'
import type { Tx } from './database.ts'

/** What is kept of one scope: the store (`accountId` is null) or an account. */
export interface KeptReception {
  readonly accountId: number | null
  /** Null: the account follows the store. */
  readonly value: ReceptionSettings | null
  readonly revision: number
  readonly changedAt: number
  readonly changedBy: string
}

const AREA = 'reception'

/** All that the store and its accounts have set about the reception. As the store. */
export function receptionSettingsOf(tx: Tx, storeId: number): Promise<readonly KeptReception[]> {
  return tx
    .selectFrom('setting')
    .select(['accountId', 'value', 'revision', 'changedAt', 'changedBy'])
    .where('storeId', '=', storeId)
    .where('area', '=', AREA)
    .execute()
}

/** Writes the next revision after just `revision` (0: nothing was kept). False: somebody was faster. As the store. */
export async function saveReceptionSettings(
  tx: Tx,
  storeId: number,
  { accountId, value, revision, changedAt, changedBy }: KeptReception,
): Promise<boolean> {
  const json = value === null ? null : JSON.stringify(value)
  const next = { value: json, revision: revision + 1, changedAt, changedBy }
  if (revision === 0) {
    const made = await tx
      .insertInto('setting')
      .values({ storeId, area: AREA, accountId, ...next })
      .onConflict((conflict) => conflict.columns(['storeId', 'area', 'accountId']).doNothing())
      .returning('id')
      .executeTakeFirst()
    return made !== undefined
  }
  const changed = await tx
    .updateTable('setting')
    .set(next)
    .where('storeId', '=', storeId)
    .where('area', '=', AREA)
    .where('accountId', accountId === null ? 'is' : '=', accountId)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}
