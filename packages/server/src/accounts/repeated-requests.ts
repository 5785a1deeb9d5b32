import { createHash } from 'node:crypto'
import {
  type ClaimedRequest,
  claimRequest,
  forgetKeptAnswers,
  keepAnswer,
  keptAnswer,
  releaseRequest,
} from '../store/kept-answers.ts'
import { runAsEntrance, runAsStore } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import type { Actor } from './actor.ts'

/** Long enough for a client that was off for a night. */
export const ANSWERS_KEPT_MS = 86_400_000
/** Nobody works longer at a request: a node that claimed one and says nothing for so long is gone. */
const CLAIM_MS = 60_000

/** A request that may come again: whose key, what is asked for, and the id in the address. */
export interface RepeatableRequest {
  readonly key: string
  readonly method: string
  readonly url: string
  readonly about: string | null
  readonly body: unknown
}

export interface GivenAnswer {
  readonly status: number
  readonly mediaType: string | null
  readonly answer: string | null
}

/** What to do with a request: do it and settle the claim, give the answer of before, or refuse it. */
export type Repeat =
  | { readonly claim: ClaimedRequest }
  | { readonly again: GivenAnswer }
  | { readonly refused: 'IDEMPOTENCY_REUSED' | 'IDEMPOTENCY_BUSY' }

type Needed = Pick<Accounts, 'database' | 'clock'>

/**
 * Finds out whether the account asked for just that before, under the same key. Of many that ask at once one gets the claim; it
 * ends by `settleRequest`.
 */
export function beginRequest(
  { database, clock }: Needed,
  { storeId, accountId }: Actor,
  { key, method, url, about, body }: RepeatableRequest,
): Promise<Repeat> {
  const asked = {
    ...{ storeId, accountId, requestKey: key, request: `${method} ${url}`, about },
    bodyHash: hashOf(body),
  }
  const at = clock.now()
  const bounds = { at, forgottenUntil: at - ANSWERS_KEPT_MS, leftUntil: at - CLAIM_MS }
  return runAsStore(database, storeId, async (tx) => {
    const claim = await claimRequest(tx, asked, bounds)
    if (claim !== null) return { claim }
    const kept = await keptAnswer(tx, asked)
    // Given back between the two looks: the next try gets it.
    if (kept === null) return { refused: 'IDEMPOTENCY_BUSY' }
    if (kept.request !== asked.request || kept.bodyHash !== asked.bodyHash)
      return { refused: 'IDEMPOTENCY_REUSED' }
    if (kept.status === null) return { refused: 'IDEMPOTENCY_BUSY' }
    return { again: { status: kept.status, mediaType: kept.mediaType, answer: kept.answer } }
  })
}

/**
 * Keeps what the claimed request was answered, unless its transaction has kept it (`keepFor`); null gives the key back, so that the same
 * is done when it comes again.
 */
export async function settleRequest(
  { database }: Needed,
  claim: ClaimedRequest,
  given: GivenAnswer | null,
): Promise<void> {
  await runAsStore(database, claim.storeId, async (tx) => {
    if (given === null) await releaseRequest(tx, claim)
    else await keepAnswer(tx, claim, given)
  })
}

/** Forgets the answers that were kept long enough, of all stores; how many. */
export function forgetOldAnswers({ database, clock }: Needed): Promise<number> {
  return runAsEntrance(database, (tx) => forgetKeptAnswers(tx, clock.now() - ANSWERS_KEPT_MS))
}

function hashOf(body: unknown): string {
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '')
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
