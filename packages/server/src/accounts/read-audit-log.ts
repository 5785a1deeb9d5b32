import type { AuditAction, AuditLog } from '@shopbell/protocol'
import { readAudit } from '../store/audit.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import type { Actor } from './actor.ts'

const PAGE = 50

/** A page of the store's log, newest first. */
export async function readAuditLog(
  { database }: Pick<Accounts, 'database'>,
  { storeId }: Actor,
  { before, action }: { readonly before?: number; readonly action?: AuditAction },
): Promise<AuditLog> {
  const asked = {
    limit: PAGE + 1,
    ...(before === undefined ? {} : { before }),
    ...(action === undefined ? {} : { actions: [action] }),
  }
  const rows = await runAsStore(database, storeId, (tx) => readAudit(tx, storeId, asked))
  const shown = rows.slice(0, PAGE)
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
    ...(rows.length > PAGE && last !== undefined ? { next: last.id } : {}),
  }
}
