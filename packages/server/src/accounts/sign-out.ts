import { deleteAccountSession, findAccountSession } from '../store/account-sessions.ts'
import { runAsEntrance, runAsStore } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import { secretHash } from './secret.ts'

/** Ends the session of this cookie, and tells the sockets that hang on it. Ending one that is over does nothing. */
export async function signOut(
  { database, bus }: Pick<Accounts, 'database' | 'bus'>,
  cookie: string,
): Promise<void> {
  const found = await runAsEntrance(database, (tx) => findAccountSession(tx, secretHash(cookie)))
  if (found === null) return
  const { storeId, id: sessionId } = found.session
  await runAsStore(database, storeId, (tx) => deleteAccountSession(tx, storeId, sessionId))
  bus.publish({ type: 'signed_out', storeId, sessionId })
}
