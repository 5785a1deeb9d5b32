import { putChallenge, useChallenge } from '../store/passkey-challenges.ts'
import { runAsEntrance } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import { newSecret, secretHash } from './secret.ts'

type Needed = Pick<Accounts, 'database' | 'clock'>

/** Long enough to find the key that is in the other room. */
const CHALLENGE_LIFETIME_MS = 5 * 60_000

/** A challenge for a browser. `boundTo` names the session or the address that alone may answer it. */
export async function issueChallenge({ database, clock }: Needed, boundTo: string): Promise<string> {
  const challenge = newSecret()
  const at = clock.now()
  const kept = { challengeHash: secretHash(challenge), boundTo, expiresAt: at + CHALLENGE_LIFETIME_MS }
  await runAsEntrance(database, (tx) => putChallenge(tx, kept, at))
  return challenge
}

/** The challenge that the browser signed, used up; null: it is not one of ours, used, expired, or another's. */
export async function redeemChallenge(
  { database, clock }: Needed,
  { clientDataJSON, boundTo }: { readonly clientDataJSON: string; readonly boundTo: string },
): Promise<string | null> {
  const challenge = challengeIn(clientDataJSON)
  if (challenge === null) return null
  const used = await runAsEntrance(database, (tx) =>
    useChallenge(tx, { challengeHash: secretHash(challenge), boundTo }, clock.now()),
  )
  return used ? challenge : null
}

function challengeIn(clientDataJSON: string): string | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    if (typeof read !== 'object' || read === null || !('challenge' in read)) return null
    return typeof read.challenge === 'string' ? read.challenge : null
  } catch {
    return null
  }
}
