import { createHash } from 'node:crypto'
import type { NewPasskeyBody, Passkey, PasskeyWish } from '@shopbell/protocol'
import { verifyRegistrationResponse } from '@simplewebauthn/server'
import type { Refused } from '../reception/refused.ts'
import { createPasskey, credentialIdsOf } from '../store/passkeys.ts'
import { personById } from '../store/persons.ts'
import { runAsEntrance } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import { type Actor, sessionOf } from './actor.ts'
import { issueChallenge, redeemChallenge } from './passkey-challenge.ts'
import { BUSY_RETRY_AFTER_MS } from './password-hasher.ts'
import { newPublicId } from './public-id.ts'
import { recordAudit } from './record-audit.ts'
import { type RelyingParty, relyingPartyOf } from './relying-party.ts'
import { shownPasskey } from './passkeys.ts'

/** More is a mistake or a joke. */
const MOST_PASSKEYS = 20

/**
 * What a browser makes a passkey with. A stolen session alone must not add a way in that outlives it, so the password is asked for;
 * guesses count like those at the door.
 */
export async function wishForPasskey(
  accounts: Pick<Accounts, 'database' | 'clock' | 'passwords' | 'signInLimits' | 'ownOrigin'>,
  actor: Actor,
  { password, address }: { readonly password: string; readonly address: string },
): Promise<PasskeyWish | Refused> {
  const { database, passwords, signInLimits } = accounts
  const rp = relyingPartyOf(accounts)
  if (rp === null) return { refused: 'PASSKEYS_NEED_NAME' }
  const waitMs = signInLimits.take(address, actor.email)
  if (waitMs > 0) return { refused: 'TOO_MANY', retryAfterMs: waitMs }
  const person = await runAsEntrance(database, (tx) => personById(tx, actor.personId))
  const checked = await passwords.check(person?.passwordHash ?? null, password)
  if (checked === 'busy') return { refused: 'BUSY', retryAfterMs: BUSY_RETRY_AFTER_MS }
  if (checked === 'mismatch') return { refused: 'WRONG_PASSWORD' }
  signInLimits.giveBack(address, actor.email)

  const known = await runAsEntrance(database, (tx) => credentialIdsOf(tx, actor.personId))
  return {
    challenge: await issueChallenge(accounts, sessionAsked(actor)),
    rp: { id: rp.id, name: 'Shopbell' },
    user: { id: handleOf(actor), name: actor.email, displayName: actor.name },
    known: [...known],
  }
}

/** Keeps what the device made: only for the challenge of this session, made on our own page, by somebody who unlocked the device. */
export async function addPasskey(
  accounts: Pick<Accounts, 'database' | 'clock' | 'ownOrigin'>,
  actor: Actor,
  made: NewPasskeyBody,
): Promise<Passkey | Refused> {
  const { database, clock } = accounts
  const rp = relyingPartyOf(accounts)
  if (rp === null) return { refused: 'PASSKEYS_NEED_NAME' }
  const boundTo = sessionAsked(actor)
  const challenge = await redeemChallenge(accounts, { clientDataJSON: made.clientDataJSON, boundTo })
  const credential = challenge === null ? null : await checkMade(rp, challenge, made)
  if (credential === null) return { refused: 'PASSKEY_UNFIT' }
  const { personId } = actor
  const at = clock.now()
  const kept = await runAsEntrance(database, async (tx) => {
    if ((await credentialIdsOf(tx, personId)).length >= MOST_PASSKEYS) return null
    const row = await createPasskey(tx, {
      ...credential,
      personId,
      publicId: newPublicId(),
      name: made.name,
      at,
    })
    if (row !== null) await recordAudit(tx, actor, { at, action: 'passkey_added', subject: made.name })
    return row
  })
  return kept === null ? { refused: 'PASSKEY_UNFIT' } : shownPasskey(kept)
}

async function checkMade(
  { origin, id: rpId }: RelyingParty,
  challenge: string,
  { id, clientDataJSON, attestationObject }: NewPasskeyBody,
) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
    })
    if (registrationInfo === undefined) return null
    const { credential } = registrationInfo
    const publicKey = Buffer.from(credential.publicKey).toString('base64url')
    return { credentialId: credential.id, publicKey, counter: credential.counter }
  } catch {
    // Whatever is wrong with it, it is no passkey of ours.
    return null
  }
}

function sessionAsked(actor: Actor): string {
  return `session ${String(actor.storeId)}.${String(sessionOf(actor))}`
}

/** What the device knows the person by: the same for every passkey, and nothing that says who they are. */
function handleOf({ personId }: Actor): string {
  return createHash('sha256')
    .update(`shopbell person ${String(personId)}`)
    .digest('base64url')
}
