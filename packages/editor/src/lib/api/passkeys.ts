import {
  Passkey,
  PasskeyChallenge,
  PasskeyList,
  PasskeyWish,
  SignedIn,
  type NewPasskeyBody,
  type PasskeyProofBody,
} from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request, requestNothing } from './request.ts'
import { rememberSession } from './session.svelte.ts'

export const listPasskeys = (): Promise<Answer<PasskeyList>> => request('GET', '/passkeys', PasskeyList)

/** What the browser makes a passkey with; the password says that it is really you. */
export const wishForPasskey = (password: string): Promise<Answer<PasskeyWish>> =>
  request('POST', '/passkeys/challenges', PasskeyWish, { json: { password } })

export const addPasskey = (made: NewPasskeyBody): Promise<Answer<Passkey>> =>
  request('POST', '/passkeys', Passkey, { json: made })

export const renamePasskey = (id: string, name: string): Promise<Answer<Passkey>> =>
  request('POST', `/passkeys/${encodeURIComponent(id)}`, Passkey, { json: { name } })

export const removePasskey = (id: string): Promise<Answer<null>> =>
  requestNothing('DELETE', `/passkeys/${encodeURIComponent(id)}`)

export const challengeAtTheDoor = (): Promise<Answer<PasskeyChallenge>> =>
  request('POST', '/session/passkey/challenges', PasskeyChallenge)

export async function signInWithPasskey(proof: PasskeyProofBody): Promise<Answer<SignedIn>> {
  const answer = await request('POST', '/session/passkey', SignedIn, { json: proof })
  if (answer.ok) rememberSession(answer.value)
  return answer
}
