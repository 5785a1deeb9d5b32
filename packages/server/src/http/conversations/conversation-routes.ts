import {
  ConversationDetail,
  ConversationList,
  ConversationSummary,
  HandlingBody,
  HandlingChanged,
  MAX_MESSAGE_ROWS,
  MAX_PAGE_ROWS,
  MessagePage,
  NeedsAnswerBody,
  ReadBody,
  ReplyBody,
  ReplyStored,
  ThreadMessage,
} from '@shopbell/protocol'
import Type from 'typebox'
import { findKey, findRow } from '../../inbox/find-conversation.ts'
import { INBOX_VIEWS, listConversations } from '../../inbox/list-conversations.ts'
import { markNeedsAnswer } from '../../inbox/mark-needs-answer.ts'
import { readMessagesBefore } from '../../inbox/read-messages.ts'
import { showConversation } from '../../inbox/show-conversation.ts'
import { isRefused } from '../../reception/refused.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'
import { NO_CONTENT } from '../no-content.ts'
import { ConversationPlace, limitOf, limitUpTo } from '../page-query.ts'
import { agentOf } from './agent-of.ts'

const ById = Type.Object({ id: ConversationSummary.properties.id })
const ListQuery = Type.Object(
  {
    view: Type.Optional(Type.Enum([...INBOX_VIEWS])),
    before: ConversationPlace,
    limit: limitUpTo(MAX_PAGE_ROWS),
  },
  { additionalProperties: false },
)
/** A query's values are texts; `before` is a seq in digits. */
const MessagesQuery = Type.Object(
  {
    before: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,14}$' })),
    limit: limitUpTo(MAX_MESSAGE_ROWS),
  },
  { additionalProperties: false },
)

/** What sellers read of the conversations, and what a person does in them. */
export function conversationRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  readingRoutes(app, parts)
  actingRoutes(app, parts)
}

function readingRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/conversations',
    {
      config: { access: 'account', scope: 'conversations:read' },
      schema: {
        operationId: 'listConversations',
        summary: 'Lists conversations: who waits for a person first, then by their last message.',
        refuses: ['NOT_UNDERSTOOD'],
        querystring: ListQuery,
        response: { 200: ConversationList },
      },
    },
    async (request) => {
      const { view = 'open', before, limit } = request.query
      const asked = { view, before, limit: limitOf(limit, MAX_PAGE_ROWS) }
      return listConversations(parts, actorOf(request), asked)
    },
  )

  app.get(
    '/conversations/:id',
    {
      config: { access: 'account', scope: 'conversations:read' },
      schema: {
        operationId: 'readConversation',
        summary: 'Reads a conversation with its last 100 messages and everything it collected.',
        params: ById,
        response: { 200: ConversationDetail },
      },
    },
    async (request, reply) => {
      const detail = await showConversation(parts, actorOf(request), request.params.id)
      return detail ?? refuse(request, reply, { refused: 'NOT_FOUND' })
    },
  )

  app.get(
    '/conversations/:id/messages',
    {
      config: { access: 'account', scope: 'conversations:read' },
      schema: {
        operationId: 'listMessages',
        summary: 'Reads older messages of a conversation, up to 100.',
        params: ById,
        querystring: MessagesQuery,
        response: { 200: MessagePage },
      },
    },
    async (request, reply) => {
      const { before, limit } = request.query
      const page = await readMessagesBefore(parts, actorOf(request), request.params.id, {
        before: before === undefined ? null : Number(before),
        limit: limitOf(limit, MAX_MESSAGE_ROWS),
      })
      return page ?? refuse(request, reply, { refused: 'NOT_FOUND' })
    },
  )
}

function actingRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.post(
    '/conversations/:id/replies',
    {
      config: { access: 'account', scope: 'conversations:write' },
      schema: {
        operationId: 'replyToBuyer',
        summary: 'Says a person’s words to the buyer; the robot is silent from then on.',
        refuses: ['NOT_OFFERED', 'RETRY', 'BUSY'],
        params: ById,
        body: ReplyBody,
        response: { 200: ReplyStored },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const stored = await parts.reception.reply(actor.storeId, request.params.id, {
        agent: agentOf(actor),
        ...request.body,
      })
      return isRefused(stored) ? refuse(request, reply, stored) : { seq: stored.seq }
    },
  )

  app.post(
    '/conversations/:id/needs-answer',
    {
      config: { access: 'account', scope: 'conversations:write' },
      schema: {
        operationId: 'markNeedsAnswer',
        summary: 'Says by hand whether a buyer’s message needs an answer in what is counted.',
        params: ById,
        body: NeedsAnswerBody,
        response: { 200: ThreadMessage },
      },
    },
    async (request, reply) => {
      const message = await markNeedsAnswer(parts, actorOf(request), request.params.id, request.body)
      return message ?? refuse(request, reply, { refused: 'NOT_FOUND' })
    },
  )

  app.post(
    '/conversations/:id/handling',
    {
      config: { access: 'account', scope: 'conversations:write' },
      schema: {
        operationId: 'changeHandling',
        summary: 'Takes a conversation, gives it to a colleague or back to the robot, or closes it.',
        refuses: ['TAKEN', 'RETRY', 'BUSY'],
        params: ById,
        body: HandlingBody,
        response: { 200: HandlingChanged },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const changed = await parts.reception.changeHandling(actor.storeId, request.params.id, {
        ...{ agent: agentOf(actor), key: request.claim?.requestKey },
        ...request.body,
      })
      if (isRefused(changed)) return refuse(request, reply, changed)
      const key = await findKey(parts, actor.storeId, request.params.id)
      const conversation = key && (await findRow(parts, key))
      return conversation === null ? refuse(request, reply, { refused: 'NOT_FOUND' }) : { conversation }
    },
  )

  app.post(
    '/conversations/:id/read',
    {
      config: { access: 'account', scope: 'conversations:write' },
      schema: {
        operationId: 'markRead',
        summary: 'Says that the asking account has seen everything up to a message.',
        params: ById,
        body: ReadBody,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const read = { agent: agentOf(actor), seq: request.body.seq }
      const done = await parts.reception.readByAgent(actor.storeId, request.params.id, read)
      if (isRefused(done)) return refuse(request, reply, done)
      return reply.code(204).send()
    },
  )
}
