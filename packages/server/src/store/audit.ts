import type { AuditAction, AuditDetails } from '@shopbell/protocol'
import type { Tx } from './database.ts'

/** A line of the log of who did what. */
export interface AuditRow {
  readonly id: number
  readonly at: number
  /** As it was then; null: the system, or nobody who is known. */
  readonly actorName: string | null
  readonly action: AuditAction
  readonly subject: string | null
  readonly details: AuditDetails | null
  readonly address: string | null
}

export interface NewAudit {
  readonly storeId: number
  readonly at: number
  readonly actorId: number | null
  readonly actorName: string | null
  readonly action: AuditAction
  readonly subject?: string
  readonly details?: AuditDetails
  readonly address?: string
}

/** What of the log to read. */
export interface AuditPage {
  /** Only lines before this one. */
  readonly before?: number
  readonly actions?: readonly AuditAction[]
  readonly limit: number
}

/** Writes a line, in the transaction of what it tells. As the store, or as the entrance. */
export async function insertAudit(
  tx: Tx,
  { subject = undefined, details, address = undefined, ...made }: NewAudit,
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      ...made,
      subject: subject ?? null,
      address: address ?? null,
      details: details === undefined ? null : JSON.stringify(details),
    })
    .execute()
}

/** Lines of the store, newest first. As the store. */
export function readAudit(
  tx: Tx,
  storeId: number,
  { before, actions, limit }: AuditPage,
): Promise<readonly AuditRow[]> {
  return tx
    .selectFrom('audit')
    .select(['id', 'at', 'actorName', 'action', 'subject', 'details', 'address'])
    .where('storeId', '=', storeId)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .$if(actions !== undefined, (query) => query.where('action', 'in', actions ?? []))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Addresses older than `at` are forgotten (PRV-03), in all stores. As the entrance. */
export async function forgetAuditAddresses(tx: Tx, at: number): Promise<void> {
  await tx
    .updateTable('audit')
    .set({ address: null })
    .where('at', '<', at)
    .where('address', 'is not', null)
    .execute()
}

/** Guesses at passwords that are older than `at`, in all stores. As the entrance. */
export async function forgetFailedSignIns(tx: Tx, at: number): Promise<void> {
  await tx.deleteFrom('audit').where('at', '<', at).where('action', '=', 'sign_in_failed').execute()
}
