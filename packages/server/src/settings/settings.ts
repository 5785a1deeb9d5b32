import type { Accounts } from '../accounts/accounts.ts'

/** What the use cases of a store's own settings are made of. */
export type Settings = Pick<Accounts, 'database' | 'clock' | 'bus' | 'ownOrigin'>
