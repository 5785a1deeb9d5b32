import type { ApiToken, ApiTokenCreated } from '@shopbell/protocol'
import {
  type ApiTokenRow,
  apiTokensOf,
  createApiToken as insertApiToken,
  deleteApiToken,
} from '../store/api-tokens.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import type { Actor } from './actor.ts'
import { recordAudit } from './record-audit.ts'
import { newPublicId } from './public-id.ts'
import { newSecret, secretHash } from './secret.ts'

/** A fixed beginning, so that secret scanners recognise a token that leaked (reliability: A13). */
const PREFIX = 'sbk_'

/** A key for a program: it acts as the account that made it. `token` is shown this once. */
export async function createApiToken(
  { database, clock }: Pick<Accounts, 'database' | 'clock'>,
  actor: Actor,
  name: string,
): Promise<ApiTokenCreated> {
  const { storeId, accountId } = actor
  const token = `${PREFIX}${newSecret()}`
  const made = {
    storeId,
    accountId,
    publicId: newPublicId(),
    name,
    tokenHash: secretHash(token),
    at: clock.now(),
  }
  const row = await runAsStore(database, storeId, async (tx) => {
    await recordAudit(tx, actor, { at: made.at, action: 'api_token_created', subject: name })
    return insertApiToken(tx, made)
  })
  return { ...shown(row), token }
}

/** The account's own tokens, newest first. */
export async function listApiTokens(
  { database }: Pick<Accounts, 'database'>,
  { storeId, accountId }: Actor,
): Promise<ApiToken[]> {
  const rows = await runAsStore(database, storeId, (tx) => apiTokensOf(tx, storeId, accountId))
  return rows.map(shown)
}

/** Takes a token of the account back; false: it has none of this id. */
export function revokeApiToken(
  { database, clock }: Pick<Accounts, 'database' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<boolean> {
  const { storeId, accountId } = actor
  return runAsStore(database, storeId, async (tx) => {
    const revoked = await deleteApiToken(tx, storeId, accountId, id)
    if (revoked) await recordAudit(tx, actor, { at: clock.now(), action: 'api_token_revoked' })
    return revoked
  })
}

function shown({ publicId, name, createdAt, usedAt }: ApiTokenRow): ApiToken {
  return { id: publicId, name, createdAt, ...(usedAt === null ? {} : { lastUsedAt: usedAt }) }
}
