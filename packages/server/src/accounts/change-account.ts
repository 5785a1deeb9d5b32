import type { AccountChanges } from '@shopbell/protocol'
import { type Done, isRefused, type Refused } from '../reception/refused.ts'
import { type AccountRow, changeAccount as updateAccount } from '../store/accounts.ts'
import { deleteSessionsOfAccount, sessionIdsOfAccount } from '../store/account-sessions.ts'
import type { Tx } from '../store/database.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import { actingOn } from './acting.ts'
import type { Actor } from './actor.ts'
import { closeSockets } from './close-sockets.ts'
import { outranks } from './outranks.ts'
import { recordAudit } from './record-audit.ts'

/**
 * Renames a colleague, gives them another role, lets them no longer in or in again. Only people below the actor, and only roles below
 * (`RANK_TOO_LOW`); all of it or nothing. Their sockets close at once: who was disabled stays out, who has another role comes back
 * with it (reliability: A6).
 */
export async function changeAccount(
  { database, clock, bus }: Pick<Accounts, 'database' | 'clock' | 'bus'>,
  actor: Actor,
  publicId: string,
  changes: AccountChanges,
): Promise<Done | Refused> {
  const { storeId } = actor
  const at = clock.now()
  const outcome = await runAsStore(
    database,
    storeId,
    async (tx): Promise<{ readonly ended: readonly number[] } | Refused> => {
      const acting = await actingOn(tx, actor, publicId)
      if (typeof acting === 'string') return { refused: acting }
      const { self, other } = acting
      const mayAct = outranks(self.role, other.role) && (!changes.role || outranks(self.role, changes.role))
      if (!mayAct) return { refused: 'RANK_TOO_LOW' }
      await updateAccount(tx, other, {
        name: changes.name ?? other.name,
        role: changes.role ?? other.role,
        disabledAt: disabledFrom(other, changes, at),
      })
      await noteChanges(tx, actor, { other, changes, at })
      if (changes.disabled === true) return { ended: await deleteSessionsOfAccount(tx, storeId, other.id) }
      const isOther = changes.role !== undefined && changes.role !== other.role
      return { ended: isOther ? await sessionIdsOfAccount(tx, storeId, other.id) : [] }
    },
  )
  if (isRefused(outcome)) return outcome
  closeSockets({ bus }, storeId, outcome.ended)
  return { done: true }
}

function disabledFrom({ disabledAt }: AccountRow, { disabled }: AccountChanges, at: number): number | null {
  if (disabled === undefined) return disabledAt
  return disabled ? (disabledAt ?? at) : null
}

async function noteChanges(
  tx: Tx,
  actor: Actor,
  {
    other,
    changes: { name, role, disabled },
    at,
  }: { readonly other: AccountRow; readonly changes: AccountChanges; readonly at: number },
): Promise<void> {
  const about = { at, subject: `${other.name} <${other.email}>` }
  if (name !== undefined && name !== other.name)
    await recordAudit(tx, actor, { ...about, action: 'account_renamed', details: { to: name } })
  if (role !== undefined && role !== other.role) {
    const details = { from: other.role, to: role }
    await recordAudit(tx, actor, { ...about, action: 'role_changed', details })
  }
  if (disabled !== undefined && disabled !== (other.disabledAt !== null))
    await recordAudit(tx, actor, { ...about, action: disabled ? 'account_disabled' : 'account_enabled' })
}
