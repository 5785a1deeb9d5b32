import { DEFAULT_STATUS_REPLIES, type StatusDesk } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { profileOfStore } from '../reception/profile-of-store.ts'
import type { Tx } from '../store/database.ts'
import { runAsStore } from '../store/run-as.ts'
import { scopedDesk } from './scoped-desk.ts'
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
  const { answerMax } = (await profileOfStore(tx, actor.storeId, at)).reception.faq
  return { answerMax, ...(await scopedDesk(tx, actor, 'status_replies', DEFAULT_STATUS_REPLIES)) }
}
