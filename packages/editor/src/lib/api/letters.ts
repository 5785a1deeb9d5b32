import { LetterList } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request, requestNothing } from './request.ts'

/** The store's letters that did not arrive, and whether this server sends any. */
export const listLetters = (): Promise<Answer<LetterList>> => request('GET', '/letters', LetterList)

/** Has one tried at once. */
export const sendAgain = (id: number): Promise<Answer<null>> => requestNothing('POST', `/letters/${id}/again`)
