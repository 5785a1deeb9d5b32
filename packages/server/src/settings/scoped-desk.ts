import type { Actor } from '../accounts/actor.ts'
import { accountsOfStore } from '../store/accounts.ts'
import type { Tx } from '../store/database.ts'
import { type KeptSetting, settingsOf } from '../store/settings.ts'
import type { SettingArea, SettingAreas } from '../store/settings-schema.ts'
import { keepsRobot } from '../accounts/keeps-robot.ts'

/**
 * An area's settings that the actor may see: the store's, and those of accounts, of all for who keeps the robot, else their own
 * (PRM-04). `initial` is what a store has that never saved any. As the store.
 */
export async function scopedDesk<Area extends SettingArea>(
  tx: Tx,
  actor: Actor,
  area: Area,
  initial: SettingAreas[Area],
) {
  const { storeId, accountId } = actor
  const kept = await settingsOf(tx, storeId, area)
  const keeper = keepsRobot(actor)
  const accounts = (await accountsOfStore(tx, storeId)).filter(
    ({ id, disabledAt }) => disabledAt === null && (keeper || id === accountId),
  )
  const ofStore = kept.find((one) => one.accountId === null)
  return {
    keeper,
    store: { settings: ofStore?.value ?? initial, ...stamp(ofStore) },
    accounts: accounts.map(({ id, publicId, name }) => {
      const own = kept.find((one) => one.accountId === id)
      return { id: publicId, name, self: id === accountId, settings: own?.value ?? null, ...stamp(own) }
    }),
  }
}

/** When and by whom they were saved last; revision 0: nobody ever did. */
function stamp(kept: KeptSetting<unknown> | undefined) {
  if (kept === undefined) return { revision: 0 }
  const { revision, changedAt, changedBy } = kept
  return { revision, changedAt, changedBy }
}
