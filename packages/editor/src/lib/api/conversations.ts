import {
  ConversationDetail,
  ConversationList,
  HandlingChanged,
  MessagePage,
  ReplyStored,
  ThreadMessage,
  type HandlingBody,
  type ReplyBody,
} from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request, requestNothing } from './request.ts'

export type ConversationView = 'follow' | 'mine' | 'closed' | 'all'

/** One page of the list; `before` is the `next` of the page above. */
export function listConversations(
  view: ConversationView,
  before?: string,
): Promise<Answer<ConversationList>> {
  const query = new URLSearchParams({ view, ...(before !== undefined && { before }) })
  return request('GET', `/conversations?${query}`, ConversationList)
}

/** A conversation with its last 100 messages. */
export const readConversation = (id: string): Promise<Answer<ConversationDetail>> =>
  request('GET', `/conversations/${encodeURIComponent(id)}`, ConversationDetail)

/** Up to 100 messages before the one numbered `before`, oldest first. */
export const readEarlierMessages = (id: string, before: number): Promise<Answer<MessagePage>> =>
  request('GET', `/conversations/${encodeURIComponent(id)}/messages?before=${before}`, MessagePage)

/** May be repeated with the same `reply.id`: it is stored once. */
export const sendReply = (id: string, reply: ReplyBody): Promise<Answer<ReplyStored>> =>
  request('POST', `/conversations/${encodeURIComponent(id)}/replies`, ReplyStored, { json: reply })

/** `TAKEN` where a colleague was faster. */
export const changeHandling = (id: string, change: HandlingBody): Promise<Answer<HandlingChanged>> =>
  request('POST', `/conversations/${encodeURIComponent(id)}/handling`, HandlingChanged, { json: change })

/** Says by hand whether a buyer's message needs an answer in what is counted. */
export const markNeedsAnswer = (
  id: string,
  body: { readonly seq: number; readonly needsAnswer: boolean },
): Promise<Answer<ThreadMessage>> =>
  request('POST', `/conversations/${encodeURIComponent(id)}/needs-answer`, ThreadMessage, { json: body })

export const markRead = (id: string, seq: number): Promise<Answer<null>> =>
  requestNothing('POST', `/conversations/${encodeURIComponent(id)}/read`, { json: { seq } })
