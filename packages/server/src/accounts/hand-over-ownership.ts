import { type Done, isRefused, type Refused } from '../reception/refused.ts'
import { accountByPublicId, changeAccount } from '../store/accounts.ts'
import { sessionIdsOfAccount } from '../store/account-sessions.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import { actingOn } from './acting.ts'
import type { Actor } from './actor.ts'
import { closeSockets } from './close-sockets.ts'
import { confirmPassword } from './confirm-password.ts'
import { recordAudit } from './record-audit.ts'

/** Makes a colleague the store's main account (ACT-01); who gives it away stays as admin. There is one owner before and after. */
export async function handOverOwnership(
  accounts: Pick<Accounts, 'database' | 'clock' | 'bus' | 'passwords' | 'signInLimits'>,
  actor: Actor,
  publicId: string,
  { password, address }: { readonly password: string; readonly address: string },
): Promise<Done | Refused> {
  const { database, clock } = accounts
  const { storeId } = actor
  const known = await runAsStore(database, storeId, (tx) => accountByPublicId(tx, storeId, publicId))
  if (known === null) return { refused: 'NOT_FOUND' }
  const unproven = await confirmPassword(accounts, actor, password, address)
  if (unproven !== null) return unproven
  const at = clock.now()
  const outcome = await runAsStore(
    database,
    storeId,
    async (tx): Promise<{ readonly sessions: readonly number[] } | Refused> => {
      const acting = await actingOn(tx, actor, publicId)
      if (typeof acting === 'string') return { refused: acting }
      const { self, other } = acting
      if (self.role !== 'owner') return { refused: 'FORBIDDEN' }
      // To oneself, or to somebody who may not come in: neither is anybody to have a store.
      if (other.id === self.id || other.disabledAt !== null) return { refused: 'NOT_FOUND' }
      await changeAccount(tx, self, { role: 'admin' })
      await changeAccount(tx, other, { role: 'owner' })
      const subject = `${other.name} <${other.email}>`
      await recordAudit(tx, actor, { at, action: 'ownership_handed_over', subject })
      const ofSelf = await sessionIdsOfAccount(tx, storeId, self.id)
      return { sessions: [...ofSelf, ...(await sessionIdsOfAccount(tx, storeId, other.id))] }
    },
  )
  if (isRefused(outcome)) return outcome
  closeSockets(accounts, storeId, outcome.sessions)
  return { done: true }
}
