import type { Tx } from './database.ts'

export interface NewPasswordReset {
  readonly personId: number
  /** SHA-256 of the link's token, in hex. */
  readonly tokenHash: string
  readonly at: number
  readonly expiresAt: number
}

/** Makes this the person's only link that sets a new password. As the entrance. */
export async function putPasswordReset(tx: Tx, { at, ...made }: NewPasswordReset): Promise<void> {
  const kept = { ...made, madeAt: at }
  await tx
    .insertInto('passwordReset')
    .values(kept)
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(kept))
    .execute()
}

/** Whose link this is; null: unknown, used, or expired at `at`. As the entrance. */
export async function findPasswordReset(tx: Tx, tokenHash: string, at: number): Promise<number | null> {
  const row = await tx
    .selectFrom('passwordReset')
    .select(['personId', 'expiresAt'])
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return row === undefined || row.expiresAt <= at ? null : row.personId
}

/** Uses the link up; false: somebody was faster. As the entrance. */
export async function usePasswordReset(tx: Tx, tokenHash: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('passwordReset')
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** As the entrance. */
export async function deletePasswordReset(tx: Tx, personId: number): Promise<void> {
  await tx.deleteFrom('passwordReset').where('personId', '=', personId).execute()
}

/** As the entrance. */
export async function deleteExpiredPasswordResets(tx: Tx, at: number): Promise<void> {
  await tx.deleteFrom('passwordReset').where('expiresAt', '<=', at).execute()
}
