import type { AuditAction, AuditDetails } from '@shopbell/protocol'
import { insertAudit } from '../store/audit.ts'
import type { Tx } from '../store/database.ts'
import type { Actor } from './actor.ts'

export interface Audited {
  readonly at: number
  readonly action: AuditAction
  /** What it was done to, in words that stay true when the thing is gone. */
  readonly subject?: string
  readonly details?: AuditDetails
  readonly address?: string
}

/** Writes into the store's log what `actor` does (PRM-07), in the transaction that does it: both are there, or neither. As the store. */
export function recordAudit(
  tx: Tx,
  { storeId, accountId, name }: Pick<Actor, 'storeId' | 'accountId' | 'name'>,
  audited: Audited,
): Promise<void> {
  return insertAudit(tx, { storeId, actorId: accountId, actorName: name, ...audited })
}
