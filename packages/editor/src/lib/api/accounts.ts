import { SetupState, SignedIn, SocketTicket, type SetupBody, type SignInBody } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request, requestNothing } from './request.ts'
import { forgetSession, rememberSession } from './session.svelte.ts'

/** Whether the shop still needs its owner's account. */
export const readSetupState = (): Promise<Answer<SetupState>> => request('GET', '/setup', SetupState)

/** Creates the owner's account with the token of the one-time link, and signs in. */
export const setUp = (body: SetupBody): Promise<Answer<SignedIn>> =>
  remembering(request('POST', '/setup', SignedIn, { json: body }))

export const signIn = (body: SignInBody): Promise<Answer<SignedIn>> =>
  remembering(request('POST', '/session', SignedIn, { json: body }))

export const readSession = (): Promise<Answer<SignedIn>> => remembering(request('GET', '/session', SignedIn))

/** Ends the session on the server, then forgets it here. Where the server does not answer nothing changes. */
export async function signOut(): Promise<Answer<null>> {
  const answer = await requestNothing('DELETE', '/session')
  if (answer.ok) forgetSession()
  return answer
}

/** A ticket opens one console socket within thirty seconds. */
export const issueSocketTicket = (): Promise<Answer<SocketTicket>> =>
  request('POST', '/socket-tickets', SocketTicket)

async function remembering(asked: Promise<Answer<SignedIn>>): Promise<Answer<SignedIn>> {
  const answer = await asked
  if (answer.ok) rememberSession(answer.value)
  return answer
}
