import type { Tx } from './database.ts'
import type { KeptAnswerTable } from './kept-answers-schema.ts'

/** Who asks for what under which key. */
export type KeyedRequest = Pick<
  KeptAnswerTable,
  'storeId' | 'accountId' | 'requestKey' | 'request' | 'bodyHash' | 'about'
>

/** A request that was claimed: the instant tells it from a later claim of the same key. */
export type ClaimedRequest = Pick<KeptAnswerTable, 'storeId' | 'accountId' | 'requestKey' | 'claimedAt'>

export interface ClaimBounds {
  readonly at: number
  /** What was claimed until then is forgotten. */
  readonly forgottenUntil: number
  /** Who claimed until then, and did not answer, is gone. */
  readonly leftUntil: number
}

/**
 * Claims the key, so that of many requests one is done; null: it is taken, see `keptAnswer`. A claim whose owner is gone is taken over
 * by the same request only. As the store.
 */
export async function claimRequest(
  tx: Tx,
  asked: KeyedRequest,
  { at, forgottenUntil, leftUntil }: ClaimBounds,
): Promise<ClaimedRequest | null> {
  const { storeId, accountId, requestKey, request, bodyHash, about } = asked
  const claim = { request, bodyHash, about, claimedAt: at, status: null, mediaType: null, answer: null }
  const claimed = await tx
    .insertInto('keptAnswer')
    .values({ storeId, accountId, requestKey, ...claim })
    .onConflict((same) =>
      same
        .columns(['storeId', 'accountId', 'requestKey'])
        .doUpdateSet(claim)
        .where((old) =>
          old.or([
            old('keptAnswer.claimedAt', '<=', forgottenUntil),
            old.and([
              old('keptAnswer.status', 'is', null),
              old('keptAnswer.claimedAt', '<=', leftUntil),
              old('keptAnswer.request', '=', request),
              old('keptAnswer.bodyHash', '=', bodyHash),
            ]),
          ]),
        ),
    )
    .returning(['storeId', 'accountId', 'requestKey', 'claimedAt'])
    .executeTakeFirst()
  return claimed ?? null
}

/** What is kept under the key. As the store. */
export async function keptAnswer(
  tx: Tx,
  { storeId, accountId, requestKey }: KeyedRequest,
): Promise<KeptAnswerTable | null> {
  const kept = await tx
    .selectFrom('keptAnswer')
    .selectAll()
    .where('storeId', '=', storeId)
    .where('accountId', '=', accountId)
    .where('requestKey', '=', requestKey)
    .executeTakeFirst()
  return kept ?? null
}

/** Keeps the answer; false: one is kept already, or the claim is gone or somebody else's by now. As the store. */
export async function keepAnswer(
  tx: Tx,
  { storeId, accountId, requestKey, claimedAt }: ClaimedRequest,
  answer: {
    readonly status: number
    readonly mediaType: string | null
    readonly answer: string | null
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('keptAnswer')
    .set(answer)
    .where('storeId', '=', storeId)
    .where('accountId', '=', accountId)
    .where('requestKey', '=', requestKey)
    .where('claimedAt', '=', claimedAt)
    .where('status', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Gives the key back, so that the same request is done when it comes again. As the store. */
export async function releaseRequest(
  tx: Tx,
  { storeId, accountId, requestKey, claimedAt }: ClaimedRequest,
): Promise<void> {
  await tx
    .deleteFrom('keptAnswer')
    .where('storeId', '=', storeId)
    .where('accountId', '=', accountId)
    .where('requestKey', '=', requestKey)
    .where('claimedAt', '=', claimedAt)
    .where('status', 'is', null)
    .execute()
}

/** Removes what was claimed until then, of all stores; how many. As the entrance. */
export async function forgetKeptAnswers(tx: Tx, until: number): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('keptAnswer')
    .where('claimedAt', '<=', until)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
