import type { Tx } from './database.ts'

/** A challenge that is out. `boundTo` names who alone may answer it. */
export interface PasskeyChallenge {
  readonly challengeHash: string
  readonly boundTo: string
  readonly expiresAt: number
}

/** Keeps a challenge, and forgets those that nobody answered in time. As the entrance. */
export async function putChallenge(tx: Tx, challenge: PasskeyChallenge, at: number): Promise<void> {
  await tx.deleteFrom('passkeyChallenge').where('expiresAt', '<=', at).execute()
  await tx.insertInto('passkeyChallenge').values(challenge).execute()
}

/** Uses a challenge up, whatever comes of it; false: unknown, used, expired, or another's. As the entrance. */
export async function useChallenge(
  tx: Tx,
  { challengeHash, boundTo }: Omit<PasskeyChallenge, 'expiresAt'>,
  at: number,
): Promise<boolean> {
  const used = await tx
    .deleteFrom('passkeyChallenge')
    .where('challengeHash', '=', challengeHash)
    .returning(['boundTo', 'expiresAt'])
    .executeTakeFirst()
  return used !== undefined && used.boundTo === boundTo && used.expiresAt > at
}
