import { isRefused } from '../reception/refused.ts'
import type { Database, Tx } from '../store/database.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Actor } from './actor.ts'

/** What a request did: what is answered; true: done, with nothing to say; null, false or a refusal: nothing was done. */
type Done = object | boolean | null

/**
 * Runs what a request of this actor changes, in one transaction as their store. Where the request carries an `Idempotency-Key`, what
 * `work` gives is kept as its answer by that same transaction, so that both are there or neither: a server that dies at any moment
 * leaves nothing that is done twice. A request changes something in one such transaction. `answerOf` says what of it is answered, where
 * that is not what `work` gives; null where nothing was done. What was not done is not kept here, and costs nothing to ask again.
 */
export function doOnce<T extends Done>(
  database: Database,
  { storeId, keep }: Pick<Actor, 'storeId' | 'keep'>,
  work: (tx: Tx) => Promise<T>,
  answerOf: (done: T) => Done = (done) => done,
): Promise<T> {
  return runAsStore(database, storeId, async (tx) => {
    const done = await work(tx)
    const answer = answerOf(done)
    if (keep !== undefined && isDone(answer)) await keep(tx, answer === true ? null : answer)
    return done
  })
}

function isDone(answer: Done): answer is object | true {
  return answer === true || (typeof answer === 'object' && answer !== null && !isRefused(answer))
}
