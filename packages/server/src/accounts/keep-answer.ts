import type { Tx } from '../store/database.ts'
import { type ClaimedRequest, keepAnswer } from '../store/kept-answers.ts'

/**
 * Keeps, in the transaction that does what was asked for, what will be answered (200, as JSON), so that both are there or neither: a
 * server that dies at any moment leaves nothing that could be done twice. As the store, as the last thing of the transaction.
 */
export type KeepAnswer = (tx: Tx, answer: object) => Promise<void>

/** For a request without a key. */
export const keepNothing: KeepAnswer = async () => {}

/**
 * Keeps for the claim of a request (docs/http-conventions.md, “Sending again”). A claim that somebody took over meanwhile, because this
 * server seemed to be gone, is theirs: it throws, and nothing is done here.
 */
export function keepFor(claim: ClaimedRequest | null): KeepAnswer {
  if (claim === null) return keepNothing
  return async (tx, answer) => {
    const given = {
      status: 200,
      mediaType: 'application/json; charset=utf-8',
      answer: JSON.stringify(answer),
    }
    if (!(await keepAnswer(tx, claim, given)))
      throw new Error('The claim of this request is somebody else’s by now.')
  }
}
