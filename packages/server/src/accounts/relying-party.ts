import { isIP } from 'node:net'
import type { Accounts } from './accounts.ts'

/** For whom a passkey is made and checked: the console's origin, and its host name. */
export interface RelyingParty {
  readonly origin: string
  readonly id: string
}

/** Null under an address of numbers: browsers make passkeys for names only. */
export function relyingPartyOf({ ownOrigin }: Pick<Accounts, 'ownOrigin'>): RelyingParty | null {
  const origin = ownOrigin()
  const { hostname } = new URL(origin)
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? { origin, id: hostname } : null
}
