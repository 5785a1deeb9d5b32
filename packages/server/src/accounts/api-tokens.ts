import type { ApiToken, ApiTokenBody, ApiTokenCreated } from '@shopbell/protocol'
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
const DAY_MS = 86_400_000

/** A key for a program: it acts as the account that made it, within its scopes. `token` is shown this once. */
export async function createApiToken(
  { database, clock }: Pick<Accounts, 'database' | 'clock'>,
  actor: Actor,
  { name, scopes, expiresInDays }: ApiTokenBody,
): Promise<ApiTokenCreated> {
  const { storeId, accountId } = actor
  const token = `${PREFIX}${newSecret()}`
  const at = clock.now()
  const made = {
    storeId,
    accountId,
    publicId: newPublicId(),
    name,
    scopes,
    tokenHash: secretHash(token),
    at,
    expiresAt: expiresInDays === undefined ? null : at + expiresInDays * DAY_MS,
  }
  const row = await runAsStore(database, storeId, async (tx) => {
    await recordAudit(tx, actor, {
      at,
      action: 'api_token_created',
      subject: name,
      details: { scopes: scopes.join(' ') },
    })
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

function shown({ publicId, name, scopes, createdAt, expiresAt, usedAt }: ApiTokenRow): ApiToken {
  return {
    id: publicId,
    name,
    scopes: [...scopes],
    createdAt,
    ...(expiresAt === null ? {} : { expiresAt }),
    ...(usedAt === null ? {} : { lastUsedAt: usedAt }),
  }
}
