import {
  InvitationShown,
  People,
  ResetRequested,
  SecretLink,
  SignedIn,
  type AcceptBody,
  type AccountChanges,
  type InviteBody,
  type ResetBody,
} from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request, requestNothing } from './request.ts'
import { rememberSession } from './session.svelte.ts'

const accountPath = (id: string): string => `/accounts/${encodeURIComponent(id)}`

/** Everybody who works for the store, and who is invited. */
export const listPeople = (): Promise<Answer<People>> => request('GET', '/accounts', People)

export const changeColleague = (id: string, changes: AccountChanges): Promise<Answer<null>> =>
  requestNothing('POST', accountPath(id), { json: changes })

/** The answer is the only place where the link is ever seen. */
export const makeResetLink = (id: string): Promise<Answer<SecretLink>> =>
  request('POST', `${accountPath(id)}/password-reset`, SecretLink)

export const handOverOwnership = (id: string, password: string): Promise<Answer<null>> =>
  requestNothing('POST', `${accountPath(id)}/ownership`, { json: { password } })

/** The answer is the only place where the link is ever seen. */
export const inviteColleague = (body: InviteBody): Promise<Answer<SecretLink>> =>
  request('POST', '/invitations', SecretLink, { json: body })

export const withdrawInvitation = (id: string): Promise<Answer<null>> =>
  requestNothing('DELETE', `/invitations/${encodeURIComponent(id)}`)

/** What a link invites to; `LINK_UNKNOWN` for one that is used, old or taken back. */
export const lookAtInvitation = (token: string): Promise<Answer<InvitationShown>> =>
  request('POST', '/invitations/look', InvitationShown, { json: { token } })

/** Makes the account and signs in. */
export async function acceptInvitation(body: AcceptBody): Promise<Answer<SignedIn>> {
  const answer = await request('POST', '/invitations/accept', SignedIn, { json: body })
  if (answer.ok) rememberSession(answer.value)
  return answer
}

/** Asks for a link by mail; the answer is the same whether or not anybody has this e-mail. */
export const askForReset = (email: string): Promise<Answer<ResetRequested>> =>
  request('POST', '/password-resets', ResetRequested, { json: { email } })

export const resetPassword = (body: ResetBody): Promise<Answer<null>> =>
  requestNothing('POST', '/password-resets/use', { json: body })
