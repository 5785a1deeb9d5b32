import { CollectedAnswers, ConversationSearch, JudgedQuestions } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { type Query, queryText } from './query.ts'
import { request, requestNothing } from './request.ts'

/** A page of the conversations that fit; `before` is the `next` of the page above. */
export const searchConversations = (query: Query, before?: string): Promise<Answer<ConversationSearch>> =>
  request('GET', `/conversations/search${queryText({ ...query, before })}`, ConversationSearch)

/** A page of what buyers answered. */
export const readAnswers = (query: Query, before?: string): Promise<Answer<CollectedAnswers>> =>
  request('GET', `/answers${queryText({ ...query, before })}`, CollectedAnswers)

/** How often automatic answers solved the buyer's matter, by question. */
export const readJudgedQuestions = (): Promise<Answer<JudgedQuestions>> =>
  request('GET', '/answers/judged', JudgedQuestions)

/** Where the answers lie as a file. */
export const answersFile = (query: Query): string => `/api/v1/answers/export${queryText(query)}`

/** Where everything that is kept of a buyer lies as a file. */
export const buyerFile = (id: string): string => `/api/v1/conversations/${encodeURIComponent(id)}/export`

/** Erases a buyer for good. */
export const eraseBuyer = (id: string): Promise<Answer<null>> =>
  requestNothing('DELETE', `/conversations/${encodeURIComponent(id)}`)
