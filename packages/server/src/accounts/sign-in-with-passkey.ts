import type { PasskeyChallenge, PasskeyProofBody } from '@shopbell/protocol'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Refused } from '../reception/refused.ts'
import { passkeyByCredential, type PasskeyToCheck, usePasskey } from '../store/passkeys.ts'
import { runAsEntrance } from '../store/run-as.ts'
import { accountToOpen } from './account-to-open.ts'
import type { Accounts } from './accounts.ts'
import { addressKey } from './address-key.ts'
import { beginSession, type BegunSession } from './begin-session.ts'
import type { Client } from './client.ts'
import { forgetExpired } from './forget-expired.ts'
import { issueChallenge, redeemChallenge } from './passkey-challenge.ts'
import { type RelyingParty, relyingPartyOf } from './relying-party.ts'

/** A challenge for whoever stands at the door; it says nothing of who has passkeys here. */
export async function challengeAtTheDoor(
  accounts: Pick<Accounts, 'database' | 'clock' | 'ownOrigin'>,
  { address }: Client,
): Promise<PasskeyChallenge | Refused> {
  const rp = relyingPartyOf(accounts)
  if (rp === null) return { refused: 'PASSKEYS_NEED_NAME' }
  return { challenge: await issueChallenge(accounts, addressAsked(address)), rpId: rp.id }
}

/**
 * Signs a browser in by a passkey, as `signIn` does by a password. A proof is good once: its challenge is used up first, whatever
 * comes of it. An unknown passkey, a wrong proof and a disabled account get the same answer.
 */
export async function signInWithPasskey(
  accounts: Pick<Accounts, 'database' | 'clock' | 'ownOrigin'>,
  proof: PasskeyProofBody,
  client: Client,
): Promise<BegunSession | Refused> {
  const { database, clock } = accounts
  const refused = { refused: 'PASSKEY_UNKNOWN' } as const
  const rp = relyingPartyOf(accounts)
  if (rp === null) return { refused: 'PASSKEYS_NEED_NAME' }
  const boundTo = addressAsked(client.address)
  const challenge = await redeemChallenge(accounts, { clientDataJSON: proof.clientDataJSON, boundTo })
  if (challenge === null) return refused
  const passkey = await runAsEntrance(database, (tx) => passkeyByCredential(tx, proof.id))
  const newCounter = passkey === null ? null : await checkProof({ rp, challenge, passkey }, proof)
  if (passkey === null || newCounter === null) return refused
  const noted = await runAsEntrance(database, (tx) =>
    usePasskey(tx, passkey, { newCounter, at: clock.now() }),
  )
  const account = noted ? await accountToOpen(accounts, passkey.personId) : null
  if (account === null) return refused
  await forgetExpired(accounts)
  return beginSession(accounts, account, client)
}

interface Expected {
  readonly rp: RelyingParty
  readonly challenge: string
  readonly passkey: PasskeyToCheck
}

/** How often the device says it was used by now; null: the proof is none. */
async function checkProof(
  { rp, challenge, passkey }: Expected,
  { id, clientDataJSON, authenticatorData, signature }: PasskeyProofBody,
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}

function addressAsked(address: string): string {
  return `address ${addressKey(address)}`
}
