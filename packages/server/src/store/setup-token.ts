import type { Tx } from './database.ts'

/** Makes this the only set-up link; the one before it no longer works. As the entrance. */
export async function putSetupToken(tx: Tx, tokenHash: string, at: number): Promise<void> {
  const kept = { tokenHash, createdAt: at }
  await tx
    .insertInto('setupToken')
    .values(kept)
    .onConflict((conflict) => conflict.column('sole').doUpdateSet(kept))
    .execute()
}

/** True if this is the hash of the current set-up link. As the entrance. */
export async function isSetupToken(tx: Tx, tokenHash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('setupToken')
    .select('sole')
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return row !== undefined
}

/** Uses the set-up link up; false: it is not, or no longer, the current one. Of two at once, one wins. As the entrance. */
export async function useSetupToken(tx: Tx, tokenHash: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('setupToken')
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
