import { countOwners } from '../store/accounts.ts'
import { runAsEntrance } from '../store/run-as.ts'
import { putSetupToken } from '../store/setup-token.ts'
import type { Accounts } from './accounts.ts'
import { newSecret, secretHash } from './secret.ts'

/** Whether the server still waits for its first owner. */
export async function isSetupNeeded({ database }: Pick<Accounts, 'database'>): Promise<boolean> {
  return (await runAsEntrance(database, countOwners)) === 0
}

/**
 * A new one-time token for `/console/setup#token=…`, or null once there is an owner. It replaces the one before, so that the link
 * printed last is the one that works.
 */
export function issueSetupToken({
  database,
  clock,
}: Pick<Accounts, 'database' | 'clock'>): Promise<string | null> {
  return runAsEntrance(database, async (tx) => {
    if ((await countOwners(tx)) > 0) return null
    const token = newSecret()
    await putSetupToken(tx, secretHash(token), clock.now())
    return token
  })
}
