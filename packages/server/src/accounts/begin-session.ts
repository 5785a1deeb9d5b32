import type { SignedIn } from '@shopbell/protocol'
import { createAccountSession } from '../store/account-sessions.ts'
import type { AccountRow } from '../store/accounts.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import { actorFrom } from './actor.ts'
import { describeSignedIn } from './describe-signed-in.ts'
import { newSecret, secretHash } from './secret.ts'
import { SESSION_ABSOLUTE_MS } from './session-lifetime.ts'

/** A browser that has just been signed in. `secret` goes into its cookie and nowhere else. */
export interface BegunSession {
  readonly secret: string
  readonly signedIn: SignedIn
}

/** Always a new secret: one that somebody planted before signing in is worth nothing (reliability: A10). */
export async function beginSession(
  { database, clock }: Pick<Accounts, 'database' | 'clock'>,
  account: AccountRow,
): Promise<BegunSession> {
  const secret = newSecret()
  const at = clock.now()
  const session = await runAsStore(database, account.storeId, (tx) =>
    createAccountSession(tx, {
      storeId: account.storeId,
      accountId: account.id,
      tokenHash: secretHash(secret),
      at,
      expiresAt: at + SESSION_ABSOLUTE_MS,
    }),
  )
  const actor = actorFrom(account, { kind: 'session', sessionId: session.id })
  return { secret, signedIn: await describeSignedIn({ database }, actor) }
}
