import type { Tx } from '../store/database.ts'
import { type ClaimedRequest, keepAnswer } from '../store/kept-answers.ts'
import type { GivenAnswer } from './repeated-requests.ts'

/** Keeps, in the transaction that does what a request asks for, what it will be answered; null: that it is done. As the store. */
export type KeepAnswer = (tx: Tx, answer: object | null) => Promise<void>

/**
 * Keeps for the claim of a request (docs/http-conventions.md, “Sending again”), as `written` says that the answer leaves. A claim that
 * somebody took over meanwhile, because this server seemed to be gone, is theirs: it throws, and nothing is done here.
 */
export function keepFor(claim: ClaimedRequest, written: (answer: object | null) => GivenAnswer): KeepAnswer {
  return async (tx, answer) => {
    if (!(await keepAnswer(tx, claim, written(answer))))
      throw new Error('The claim of this request is somebody else’s by now.')
  }
}
