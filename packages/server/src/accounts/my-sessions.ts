import type { MySessions } from '@shopbell/protocol'
import { accountsOfPerson } from '../store/accounts.ts'
import { deleteAccountSession, sessionsOfPerson } from '../store/account-sessions.ts'
import { insertAudit } from '../store/audit.ts'
import { runAsEntrance } from '../store/run-as.ts'
import { storeNames } from '../store/stores.ts'
import type { Accounts } from './accounts.ts'
import { type Actor, sessionOf } from './actor.ts'
import { closeSockets } from './close-sockets.ts'
import { endSessionsOfPerson } from './end-sessions.ts'
import { isLiveSession } from './session-lifetime.ts'

/** The browsers in which the actor is signed in, in whichever store, the one used last first. */
export async function listMySessions(
  { database, clock }: Pick<Accounts, 'database' | 'clock'>,
  actor: Actor,
): Promise<MySessions> {
  const at = clock.now()
  const [sessions, names] = await runAsEntrance(database, async (tx) => {
    const places = await accountsOfPerson(tx, actor.personId)
    const ids = places.map(({ storeId }) => storeId)
    return [await sessionsOfPerson(tx, actor.personId), await storeNames(tx, ids)]
  })
  return {
    sessions: sessions
      .filter((session) => isLiveSession(session, at))
      .map(({ storeId, id, publicId, browser, address, createdAt, seenAt }) => ({
        id: publicId,
        ...(browser === null ? {} : { browser }),
        ...(address === null ? {} : { address }),
        store: names.get(storeId)?.name ?? '',
        createdAt,
        lastSeenAt: seenAt,
        here: id === sessionOf(actor),
      })),
  }
}

/** Ends one session of the actor; false: they have none of this id. */
export async function endMySession(
  { database, clock, bus }: Pick<Accounts, 'database' | 'clock' | 'bus'>,
  actor: Actor,
  publicId: string,
): Promise<boolean> {
  const ended = await runAsEntrance(database, async (tx) => {
    const mine = await sessionsOfPerson(tx, actor.personId)
    const one = mine.find((session) => session.publicId === publicId)
    if (one === undefined) return null
    const { storeId, accountId: actorId, browser } = one
    await deleteAccountSession(tx, storeId, one.id)
    const about = browser === null ? {} : { subject: browser }
    await insertAudit(tx, {
      storeId,
      at: clock.now(),
      actorId,
      actorName: actor.name,
      action: 'session_ended',
      ...about,
    })
    return one
  })
  if (ended === null) return false
  closeSockets({ bus }, ended.storeId, [ended.id])
  return true
}

/** Ends all sessions of the actor but the one that asks. */
export async function endMyOtherSessions(
  { database, bus }: Pick<Accounts, 'database' | 'bus'>,
  actor: Actor,
): Promise<void> {
  const ended = await runAsEntrance(database, (tx) =>
    endSessionsOfPerson(tx, actor.personId, sessionOf(actor)),
  )
  ended.tell(bus)
}
