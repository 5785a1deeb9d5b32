import { DEFAULT_RECEPTION_SETTINGS, type ReceptionDesk } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import type { Tx } from '../store/database.ts'
import { runAsStore } from '../store/run-as.ts'
import { storeById } from '../store/stores.ts'
import { scopedDesk } from './scoped-desk.ts'
import type { Settings } from './settings.ts'

/** The reception settings that the actor may see. */
export function readReceptionDesk(
  { database }: Pick<Settings, 'database'>,
  actor: Actor,
): Promise<ReceptionDesk> {
  return runAsStore(database, actor.storeId, (tx) => receptionDesk(tx, actor))
}

/** As the store. Throws where it is gone, which an account's key does not allow. */
export async function receptionDesk(tx: Tx, actor: Actor): Promise<ReceptionDesk> {
  const store = await storeById(tx, actor.storeId)
  if (store === null) throw new Error(`Store ${String(actor.storeId)} is gone.`)
  return {
    storeZone: store.timeZone,
    ...(await scopedDesk(tx, actor, 'reception', DEFAULT_RECEPTION_SETTINGS)),
  }
}
