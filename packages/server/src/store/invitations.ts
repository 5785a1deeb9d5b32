import type { Role } from '@shopbell/protocol'
import type { Tx } from './database.ts'
import { emailKey } from './email-key.ts'

/** Somebody who may come into a store. The link's token is kept as its SHA-256 in hex only. */
export interface InvitationRow {
  readonly storeId: number
  readonly publicId: string
  readonly email: string
  readonly role: Exclude<Role, 'owner'>
  readonly madeBy: number
  readonly madeAt: number
  readonly expiresAt: number
}

export interface NewInvitation extends InvitationRow {
  readonly tokenHash: string
}

const COLUMNS = [
  'storeId',
  'publicId',
  'email',
  'role',
  'madeBy',
  'madeAt',
  'expiresAt',
] as const satisfies readonly (keyof InvitationRow)[]

/** Invites somebody; an older invitation of the same e-mail no longer works. As the store. */
export async function putInvitation(tx: Tx, made: NewInvitation): Promise<void> {
  const kept = { ...made, emailKey: emailKey(made.email) }
  await tx
    .insertInto('invitation')
    .values(kept)
    .onConflict((conflict) => conflict.columns(['storeId', 'emailKey']).doUpdateSet(kept))
    .execute()
}

/** Those of the store, newest first, with the name of who invited; expired ones too. As the store. */
export function invitationsOf(
  tx: Tx,
  storeId: number,
): Promise<readonly (InvitationRow & { readonly inviter: string })[]> {
  return tx
    .selectFrom('invitation')
    .innerJoin('account', (join) =>
      join.onRef('account.storeId', '=', 'invitation.storeId').onRef('account.id', '=', 'invitation.madeBy'),
    )
    .select([
      'invitation.storeId',
      'invitation.publicId',
      'invitation.email',
      'invitation.role',
      'invitation.madeBy',
      'invitation.madeAt',
      'invitation.expiresAt',
      'account.name as inviter',
    ])
    .where('invitation.storeId', '=', storeId)
    .orderBy('invitation.id', 'desc')
    .execute()
}

/** Takes an invitation back; null: the store has none of this id. As the store. */
export async function deleteInvitation(
  tx: Tx,
  storeId: number,
  publicId: string,
): Promise<InvitationRow | null> {
  const row = await tx
    .deleteFrom('invitation')
    .where('storeId', '=', storeId)
    .where('publicId', '=', publicId)
    .returning(COLUMNS)
    .executeTakeFirst()
  return row ?? null
}

/** The invitation of this link, with its store's name; null: unknown, or expired at `at`. As the entrance. */
export async function findInvitation(
  tx: Tx,
  tokenHash: string,
  at: number,
): Promise<(InvitationRow & { readonly storeName: string }) | null> {
  const row = await tx
    .selectFrom('invitation')
    .innerJoin('store', 'store.id', 'invitation.storeId')
    .select([
      'invitation.storeId',
      'invitation.publicId',
      'invitation.email',
      'invitation.role',
      'invitation.madeBy',
      'invitation.madeAt',
      'invitation.expiresAt',
      'store.name as storeName',
    ])
    .where('invitation.tokenHash', '=', tokenHash)
    .where('store.removedAt', 'is', null)
    .executeTakeFirst()
  return row === undefined || row.expiresAt <= at ? null : row
}

/** Uses the link up; false: somebody was faster. As the entrance. */
export async function useInvitation(tx: Tx, tokenHash: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('invitation')
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
