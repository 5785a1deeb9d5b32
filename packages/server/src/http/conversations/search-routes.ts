import { ConversationSearch, Handling, MAX_FOUND_ROWS } from '@shopbell/protocol'
import Type from 'typebox'
import { searchConversations } from '../../inbox/find/search-conversations.ts'
import { isRefused } from '../../reception/refused.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'
import { InstantText, instantOf } from '../instant-text.ts'
import { limitOf, limitUpTo, SearchPlace } from '../page-query.ts'

const SearchQuery = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: 200 })),
    state: Type.Optional(Handling),
    assignee: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })),
    from: Type.Optional(InstantText),
    to: Type.Optional(InstantText),
    before: SearchPlace,
    limit: limitUpTo(MAX_FOUND_ROWS),
  },
  { additionalProperties: false },
)

/** Finding a conversation again by what was said in it, who has it, its state and its time. */
export function searchRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/conversations/search',
    {
      config: { access: 'account', scope: 'conversations:read' },
      schema: {
        operationId: 'searchConversations',
        summary: 'Finds conversations by the words in them, who has them, their state and their time.',
        refuses: ['NOT_UNDERSTOOD', 'SEARCH_TOO_SHORT'],
        querystring: SearchQuery,
        response: { 200: ConversationSearch },
      },
    },
    async (request, reply) => {
      const { state, from, to, limit, ...query } = request.query
      const instants = { from: instantOf(from), to: instantOf(to) }
      const wanted = { ...query, ...instants, handling: state, limit: limitOf(limit, MAX_FOUND_ROWS) }
      const found = await searchConversations(parts, actorOf(request), wanted)
      return isRefused(found) ? refuse(request, reply, found) : found
    },
  )
}
