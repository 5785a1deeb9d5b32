import type { SignedIn } from '@shopbell/protocol'
import { createAccountSession } from '../store/account-sessions.ts'
import type { AccountRow } from '../store/accounts.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import { actorFrom } from './actor.ts'
import type { Client } from './client.ts'
import { describeSignedIn } from './describe-signed-in.ts'
import { newPublicId } from './public-id.ts'
import { recordAudit } from './record-audit.ts'
import { newSecret, secretHash } from './secret.ts'
import { SESSION_ABSOLUTE_MS } from './session-lifetime.ts'

/** A browser that has just been signed in. `secret` goes into its cookie and nowhere else. */
export interface BegunSession {
  readonly secret: string
  readonly signedIn: SignedIn
}

/**
 * Always a new secret: one that somebody planted before signing in is worth nothing (reliability: A10). `endsBy` is for a session
 * that goes on in another store: it lives no longer than the one it comes from.
 */
export async function beginSession(
  { database, clock }: Pick<Accounts, 'database' | 'clock'>,
  account: AccountRow,
  client: Client,
  endsBy = Infinity,
): Promise<BegunSession> {
  const secret = newSecret()
  const at = clock.now()
  const { storeId, id: accountId } = account
  const made = {
    storeId,
    accountId,
    publicId: newPublicId(),
    tokenHash: secretHash(secret),
    at,
    expiresAt: Math.min(endsBy, at + SESSION_ABSOLUTE_MS),
    ...client,
  }
  const session = await runAsStore(database, storeId, async (tx) => {
    const { address } = client
    await recordAudit(tx, { ...account, accountId }, { at, action: 'signed_in', address })
    return createAccountSession(tx, made)
  })
  const actor = actorFrom(account, { kind: 'session', sessionId: session.id })
  return { secret, signedIn: await describeSignedIn({ database, clock }, actor) }
}
