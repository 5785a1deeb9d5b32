import type { AuditAction, AuditLog } from '@shopbell/protocol'
import { readAudit } from '../store/audit.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import type { Actor } from './actor.ts'

interface AskedLog {
  readonly before?: number
  readonly action?: AuditAction
  readonly limit: number
}

/** A page of the store's log, newest first. */
export async function readAuditLog(
  { database }: Pick<Accounts, 'database'>,
  { storeId }: Actor,
  { before, action, limit }: AskedLog,
): Promise<AuditLog> {
  const asked = {
    limit: limit + 1,
    ...(before === undefined ? {} : { before }),
    ...(action === undefined ? {} : { actions: [action] }),
  }
  const rows = await runAsStore(database, storeId, (tx) => readAudit(tx, storeId, asked))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    entries: shown.map(({ id, at, action: did, actorName, subject, details, address }) => ({
      id,
      at,
      action: did,
      ...(actorName === null ? {} : { actor: actorName }),
      ...(subject === null ? {} : { subject }),
      ...(details === null ? {} : { details }),
      ...(address === null ? {} : { address }),
    })),
    ...(rows.length > limit && last !== undefined ? { next: last.id } : {}),
  }
}
