import type { Role, TokenScope } from '@shopbell/protocol'
import type { AccountRow } from '../store/accounts.ts'
import type { KeepAnswer } from './keep-answer.ts'

/** Who is acting, as `authenticate` found out. Nothing a client says can change it. */
export interface Actor {
  readonly storeId: number
  readonly accountId: number
  readonly personId: number
  readonly publicId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly by: Credential
  /** Where they act by a request with an `Idempotency-Key`: see `doOnce`. */
  readonly keep?: KeepAnswer
}

export type Credential =
  | { readonly kind: 'session'; readonly sessionId: number }
  | { readonly kind: 'api_token'; readonly tokenId: number; readonly scopes: readonly TokenScope[] }

export function actorFrom(account: AccountRow, by: Credential): Actor {
  const { storeId, id, personId, publicId, name, email, role } = account
  return { storeId, accountId: id, personId, publicId, name, email, role, by }
}

/** The session of an actor who came by browser; `access` lets nobody else use what needs one. */
export function sessionOf({ by }: Actor): number {
  if (by.kind !== 'session') throw new Error('Only a browser has a session.')
  return by.sessionId
}
