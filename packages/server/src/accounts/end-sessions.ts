import type { Bus } from '../bus/bus.ts'
import { deleteAccountSession, sessionsOfPerson } from '../store/account-sessions.ts'
import type { Tx } from '../store/database.ts'
import { closeSockets } from './close-sockets.ts'

/** Sessions that ended in a transaction; `tell` closes their sockets once it has committed. */
export interface EndedSessions {
  readonly count: number
  readonly tell: (bus: Bus) => void
}

/** Signs a person out of every store, but for the session `except`. As the entrance. */
export async function endSessionsOfPerson(tx: Tx, personId: number, except?: number): Promise<EndedSessions> {
  const ended = (await sessionsOfPerson(tx, personId)).filter(({ id }) => id !== except)
  for (const { storeId, id } of ended) await deleteAccountSession(tx, storeId, id)
  return {
    count: ended.length,
    tell: (bus) => {
      for (const { storeId, id } of ended) closeSockets({ bus }, storeId, [id])
    },
  }
}
