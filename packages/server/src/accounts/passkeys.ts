import type { Passkey } from '@shopbell/protocol'
import { deletePasskey, type PasskeyRow, passkeysOf, renamePasskey as rename } from '../store/passkeys.ts'
import { runAsEntrance } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import type { Actor } from './actor.ts'
import { recordAudit } from './record-audit.ts'

/** The person's own passkeys, newest first. */
export async function listPasskeys(
  { database }: Pick<Accounts, 'database'>,
  { personId }: Actor,
): Promise<Passkey[]> {
  const rows = await runAsEntrance(database, (tx) => passkeysOf(tx, personId))
  return rows.map(shownPasskey)
}

/** Null: they have none of this id. */
export async function renamePasskey(
  { database }: Pick<Accounts, 'database'>,
  { personId }: Actor,
  id: string,
  name: string,
): Promise<Passkey | null> {
  const row = await runAsEntrance(database, (tx) => rename(tx, personId, id, name))
  return row && shownPasskey(row)
}

/** Takes a way in away; false: they have none of this id. Who is signed in by it stays so. */
export function removePasskey(
  { database, clock }: Pick<Accounts, 'database' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<boolean> {
  return runAsEntrance(database, async (tx) => {
    const gone = await deletePasskey(tx, actor.personId, id)
    if (gone === null) return false
    await recordAudit(tx, actor, { at: clock.now(), action: 'passkey_removed', subject: gone.name })
    return true
  })
}

export function shownPasskey({ publicId, name, createdAt, usedAt }: PasskeyRow): Passkey {
  return { id: publicId, name, createdAt, ...(usedAt === null ? {} : { lastUsedAt: usedAt }) }
}
