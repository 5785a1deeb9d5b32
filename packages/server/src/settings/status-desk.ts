import { DEFAULT_STATUS_REPLIES, type OwnStatusReplies, type StatusDesk } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { profileOfStore } from '../reception/profile-of-store.ts'
import { accountsOfStore } from '../store/accounts.ts'
import type { Tx } from '../store/database.ts'
import { runAsStore } from '../store/run-as.ts'
import { type KeptSetting, settingsOf } from '../store/settings.ts'
import { keepsRobot } from './reception-desk.ts'
import type { Settings } from './settings.ts'

/** The status replies that the actor may see (PRM-04). */
export function readStatusDesk(
  { database, clock }: Pick<Settings, 'database' | 'clock'>,
  actor: Actor,
): Promise<StatusDesk> {
  return runAsStore(database, actor.storeId, (tx) => statusDesk(tx, actor, clock.now()))
}

/** By the rule book of an instant. As the store. */
export async function statusDesk(tx: Tx, actor: Actor, at: number): Promise<StatusDesk> {
  const { storeId, accountId } = actor
  const { answerMax } = (await profileOfStore(tx, storeId, at)).reception.faq
  const kept = await settingsOf(tx, storeId, 'status_replies')
  const keeper = keepsRobot(actor)
  const accounts = (await accountsOfStore(tx, storeId)).filter(
    ({ id, disabledAt }) => disabledAt === null && (keeper || id === accountId),
  )
  const ofStore = kept.find((one) => one.accountId === null)
  return {
    keeper,
    answerMax,
    store: { settings: ofStore?.value ?? DEFAULT_STATUS_REPLIES, ...stamp(ofStore) },
    accounts: accounts.map(({ id, publicId, name }): OwnStatusReplies => {
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
