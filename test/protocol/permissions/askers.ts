import type { Role } from '@shopbell/protocol'

/** Who may stand at a door. The API token acts for the owner; the other buyer chats with the same store. */
export const ASKERS = [
  'owner',
  'admin',
  'service_admin',
  'agent',
  'api token',
  'other admin',
  'buyer',
  'other buyer',
  'nobody',
] as const
export type Asker = (typeof ASKERS)[number]

/** Those with an account, and in which role. */
export const ACCOUNTS = {
  owner: 'owner',
  admin: 'admin',
  service_admin: 'service_admin',
  agent: 'agent',
  'other admin': 'admin',
} as const satisfies Partial<Record<Asker, Role>>
export type AccountAsker = keyof typeof ACCOUNTS

export function hasAccount(asker: Asker): asker is AccountAsker {
  return asker in ACCOUNTS
}

/** The two stores of the tests: the other admin's, and everybody else's. */
export const STORES = ['alder', 'birch'] as const
export type StoreName = (typeof STORES)[number]

export function storeOf(asker: Asker): StoreName {
  return asker === 'other admin' ? 'birch' : 'alder'
}

export function otherStore(store: StoreName): StoreName {
  return store === 'alder' ? 'birch' : 'alder'
}
