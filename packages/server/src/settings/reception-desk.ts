import { DEFAULT_RECEPTION_SETTINGS, type OwnReception, type ReceptionDesk } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { accountsOfStore } from '../store/accounts.ts'
import type { Tx } from '../store/database.ts'
import { type KeptSetting, settingsOf } from '../store/settings.ts'
import { runAsStore } from '../store/run-as.ts'
import { storeById } from '../store/stores.ts'
import type { Settings } from './settings.ts'

/** Says whether they keep the robot, and so the settings of the store and of every account (PRM-01, PRM-04). */
export function keepsRobot({ role }: Pick<Actor, 'role'>): boolean {
  return role === 'owner' || role === 'admin'
}

/** The reception settings that the actor may see. */
export function readReceptionDesk(
  { database }: Pick<Settings, 'database'>,
  actor: Actor,
): Promise<ReceptionDesk> {
  return runAsStore(database, actor.storeId, (tx) => receptionDesk(tx, actor))
}

/** As the store. Throws where it is gone, which an account's key does not allow. */
export async function receptionDesk(tx: Tx, actor: Actor): Promise<ReceptionDesk> {
  const { storeId, accountId } = actor
  const store = await storeById(tx, storeId)
  if (store === null) throw new Error(`Store ${String(storeId)} is gone.`)
  const kept = await settingsOf(tx, storeId, 'reception')
  const keeper = keepsRobot(actor)
  const accounts = (await accountsOfStore(tx, storeId)).filter(
    ({ id, disabledAt }) => disabledAt === null && (keeper || id === accountId),
  )
  const ofStore = kept.find((one) => one.accountId === null)
  return {
    storeZone: store.timeZone,
    keeper,
    store: { settings: ofStore?.value ?? DEFAULT_RECEPTION_SETTINGS, ...stamp(ofStore) },
    accounts: accounts.map(({ id, publicId, name }): OwnReception => {
      const own = kept.find((one) => one.accountId === id)
      return { id: publicId, name, self: id === accountId, settings: own?.value ?? null, ...stamp(own) }
    }),
  }
}

function stamp(kept: KeptSetting<unknown> | undefined) {
  if (kept === undefined) return { revision: 0 }
  const { revision, changedAt, changedBy } = kept
  return { revision, changedAt, changedBy }
}
