import { accountSessionById, findAccountSession, touchAccountSession } from '../store/account-sessions.ts'
import { findApiToken, touchApiToken } from '../store/api-tokens.ts'
import { runAsEntrance, runAsStore } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import { type Actor, actorFrom } from './actor.ts'
import { secretHash } from './secret.ts'
import { isLiveSession, TOUCH_EVERY_MS } from './session-lifetime.ts'

type Needed = Pick<Accounts, 'database' | 'clock'>

/**
 * What a request or a socket shows. `unasked`: nobody did anything, the console asks by itself. `sessionId` is for a socket whose
 * ticket named its session.
 */
export type Credentials =
  | { readonly cookie: string | undefined; readonly unasked?: boolean }
  | { readonly apiToken: string }
  | { readonly storeId: number; readonly sessionId: number }

/**
 * The only way in, for HTTP and for sockets alike: who holds these credentials now, or null. A session that ended and an account
 * that was disabled are nobody, and so is a token that expired, from the next look on (reliability: A7).
 */
export async function authenticate(needed: Needed, credentials: Credentials): Promise<Actor | null> {
  if ('apiToken' in credentials) return byApiToken(needed, credentials.apiToken)
  return bySession(needed, credentials)
}

async function bySession(
  { database, clock }: Needed,
  credentials: Exclude<Credentials, { readonly apiToken: string }>,
): Promise<Actor | null> {
  const at = clock.now()
  const found = await runAsEntrance(database, async (tx) => {
    if ('sessionId' in credentials) return accountSessionById(tx, credentials.storeId, credentials.sessionId)
    return credentials.cookie === undefined ? null : findAccountSession(tx, secretHash(credentials.cookie))
  })
  if (found === null || found.account.disabledAt !== null || !isLiveSession(found.session, at)) return null
  const { session, account } = found
  // A socket's repeated look and what a console asks by itself are no use of the session, or an open window would keep it alive.
  const isUse = 'cookie' in credentials && credentials.unasked !== true
  if (isUse && at - session.seenAt >= TOUCH_EVERY_MS) {
    await runAsStore(database, session.storeId, (tx) =>
      touchAccountSession(tx, session.storeId, session.id, at),
    )
  }
  return actorFrom(account, { kind: 'session', sessionId: session.id })
}

async function byApiToken({ database, clock }: Needed, secret: string): Promise<Actor | null> {
  const at = clock.now()
  const found = await runAsEntrance(database, (tx) => findApiToken(tx, secretHash(secret)))
  if (found === null || found.account.disabledAt !== null) return null
  const { token, account } = found
  if (token.expiresAt !== null && token.expiresAt <= at) return null
  if (token.usedAt === null || at - token.usedAt >= TOUCH_EVERY_MS) {
    await runAsStore(database, token.storeId, (tx) => touchApiToken(tx, token.storeId, token.id, at))
  }
  return actorFrom(account, { kind: 'api_token', tokenId: token.id, scopes: token.scopes })
}
