import type { AuditAction, AuditDetails, Role, TokenScope } from '@shopbell/protocol'
import type { Generated } from 'kysely'
import type { JsonColumn } from './json-column.ts'

// Who may come in, and who did what: the tables of persons, accounts and their secrets. Secrets are kept as hashes only.

/** Who signs in; belongs to no store. */
export interface PersonTable {
  readonly id: Generated<number>
  readonly email: string
  /** The e-mail in lower case: unique. */
  readonly emailKey: string
  readonly passwordHash: string
  readonly createdAt: number
}

/** A person's place in one store. */
export interface AccountTable {
  readonly storeId: number
  readonly id: Generated<number>
  readonly publicId: string
  readonly personId: number
  /** What colleagues and buyers of this store call them. */
  readonly name: string
  readonly role: Role
  readonly createdAt: number
  readonly disabledAt: number | null
  /** Last use of any of its sessions that was written down. */
  readonly seenAt: number | null
}

export interface AccountSessionTable {
  readonly storeId: number
  readonly id: Generated<number>
  readonly publicId: string
  readonly accountId: number
  readonly tokenHash: string
  readonly createdAt: number
  readonly seenAt: number
  readonly expiresAt: number
  /** The `User-Agent` it was begun with. */
  readonly browser: string | null
  readonly address: string | null
}

export interface SocketTicketTable {
  readonly storeId: number
  readonly ticketHash: string
  readonly accountId: number
  readonly sessionId: number
  readonly expiresAt: number
}

export interface ApiTokenTable {
  readonly storeId: number
  readonly id: Generated<number>
  readonly publicId: string
  readonly accountId: number
  readonly name: string
  readonly tokenHash: string
  readonly createdAt: number
  readonly usedAt: number | null
  readonly scopes: JsonColumn<readonly TokenScope[]>
  readonly expiresAt: number | null
}

/** At most one row: the link that creates the first owner. Belongs to no store. */
export interface SetupTokenTable {
  readonly sole: Generated<boolean>
  readonly tokenHash: string
  readonly createdAt: number
}

/** At most one per store and e-mail; accepting one removes it. */
export interface InvitationTable {
  readonly storeId: number
  readonly id: Generated<number>
  readonly publicId: string
  readonly email: string
  readonly emailKey: string
  readonly role: Exclude<Role, 'owner'>
  readonly tokenHash: string
  readonly madeBy: number
  readonly madeAt: number
  readonly expiresAt: number
}

/** At most one per person: the link that sets a new password. Belongs to no store. */
export interface PasswordResetTable {
  readonly personId: number
  readonly tokenHash: string
  readonly madeAt: number
  readonly expiresAt: number
}

/** Who did what (PRM-07). Rows are never changed; only addresses are forgotten. */
export interface AuditTable {
  readonly storeId: number
  readonly id: Generated<number>
  readonly at: number
  /** Null: the system, or nobody who is known. */
  readonly actorId: number | null
  readonly actorName: string | null
  readonly action: AuditAction
  /** What it was done to, in words that stay true when the thing is gone. */
  readonly subject: string | null
  readonly details: JsonColumn<AuditDetails> | null
  /** Where from; kept for seven days (PRV-03). */
  readonly address: string | null
}

/** Names that stores had. Belongs to no store. */
export interface RemovedStoreTable {
  readonly publicId: string
  readonly removedAt: number
}

/** A way in beside the password; the public half of the device's key. */
export interface PasskeyTable {
  readonly id: Generated<number>
  readonly personId: number
  readonly publicId: string
  readonly credentialId: string
  readonly publicKey: string
  readonly counter: number
  readonly name: string
  readonly createdAt: number
  readonly usedAt: Generated<number | null>
}

/** A challenge that is out, for whom it is bound to. */
export interface PasskeyChallengeTable {
  readonly challengeHash: string
  readonly boundTo: string
  readonly expiresAt: number
}
