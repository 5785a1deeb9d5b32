import type { People } from '@shopbell/protocol'
import { accountsOfStore } from '../store/accounts.ts'
import { invitationsOf } from '../store/invitations.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import type { Actor } from './actor.ts'

/** Everybody who works for the store, and who is invited and has not come yet. */
export async function listPeople(
  { database, clock }: Pick<Accounts, 'database' | 'clock'>,
  { storeId }: Actor,
): Promise<People> {
  const at = clock.now()
  const [accounts, invitations] = await runAsStore(database, storeId, async (tx) => [
    await accountsOfStore(tx, storeId),
    await invitationsOf(tx, storeId),
  ])
  return {
    accounts: accounts.map(({ publicId, name, email, role, createdAt, seenAt, disabledAt }) => ({
      id: publicId,
      name,
      email,
      role,
      createdAt,
      ...(seenAt === null ? {} : { lastSeenAt: seenAt }),
      ...(disabledAt === null ? {} : { disabledAt }),
    })),
    invitations: invitations
      .filter(({ expiresAt }) => expiresAt > at)
      .map(({ publicId, email, role, inviter, madeAt, expiresAt }) => ({
        id: publicId,
        email,
        role,
        inviter,
        madeAt,
        expiresAt,
      })),
  }
}
