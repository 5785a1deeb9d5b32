import type { Role } from '@shopbell/protocol'
import type { AccountRow } from '../store/accounts.ts'

/** Who is acting, as `authenticate` found out. Nothing a client says can change it. */
export interface Actor {
  readonly storeId: number
  readonly accountId: number
  readonly publicId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly by: Credential
}

export type Credential =
  | { readonly kind: 'session'; readonly sessionId: number }
  | { readonly kind: 'api_token'; readonly tokenId: number }

export function actorFrom(account: AccountRow, by: Credential): Actor {
  const { storeId, id, publicId, name, email, role } = account
  return { storeId, accountId: id, publicId, name, email, role, by }
}
