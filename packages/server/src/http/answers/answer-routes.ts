import { Readable } from 'node:stream'
import { CollectedAnswers, Handling, JudgedQuestions, MAX_PAGE_ROWS } from '@shopbell/protocol'
import Type, { type Static } from 'typebox'
import { collectedAnswers } from '../../inbox/answers/collected-answers.ts'
import { exportAnswers } from '../../inbox/answers/export-answers.ts'
import { judgedQuestions } from '../../inbox/answers/judged-questions.ts'
import type { AnswerFilter } from '../../store/answered-conversations.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { InstantText, instantOf } from '../instant-text.ts'
import { limitOf, limitUpTo } from '../page-query.ts'

const FILTERS = {
  state: Type.Optional(Handling),
  version: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,8}$' })),
  from: Type.Optional(InstantText),
  to: Type.Optional(InstantText),
}
const PageQuery = Type.Object(
  {
    ...FILTERS,
    before: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,14}$' })),
    limit: limitUpTo(MAX_PAGE_ROWS),
  },
  { additionalProperties: false },
)
const ExportQuery = Type.Object(
  { ...FILTERS, language: Type.Optional(Type.Union([Type.Literal('en'), Type.Literal('zh-CN')])) },
  { additionalProperties: false },
)

/** What buyers answered, of all conversations: to look at, and as a file for a spreadsheet. */
export function answerRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/answers',
    {
      config: { access: 'account', scope: 'answers:read' },
      schema: {
        operationId: 'listAnswers',
        summary: 'Lists what buyers answered, one row per conversation, the newest first.',
        querystring: PageQuery,
        response: { 200: CollectedAnswers },
      },
    },
    async (request) => {
      const { before, limit, ...filters } = request.query
      return collectedAnswers(parts, actorOf(request), filterOf(filters), {
        before: before === undefined ? undefined : Number(before),
        limit: limitOf(limit, MAX_PAGE_ROWS),
      })
    },
  )

  app.get(
    '/answers/judged',
    {
      config: { access: 'account', scope: 'answers:read' },
      schema: {
        operationId: 'listJudgedQuestions',
        summary: 'Lists the questions whose answers buyers judged, the least helpful first.',
        response: { 200: JudgedQuestions },
      },
    },
    (request) => judgedQuestions(parts, actorOf(request)),
  )

  app.get(
    '/answers/export',
    {
      config: { access: 'buyerKeeper', scope: 'answers:read' },
      schema: {
        operationId: 'exportAnswers',
        summary: 'Writes all collected answers as a CSV file.',
        sends: ['text/csv'],
        querystring: ExportQuery,
      },
    },
    async (request, reply) => {
      const { language = 'en', ...filters } = request.query
      const lines = exportAnswers(parts, actorOf(request), filterOf(filters), language)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="answers.csv"')
        .send(Readable.from(lines))
    },
  )
}

function filterOf({
  state,
  version,
  from,
  to,
}: Omit<Static<typeof PageQuery>, 'before' | 'limit'>): AnswerFilter {
  const instants = { from: instantOf(from), to: instantOf(to) }
  return {
    ...(state === undefined ? {} : { handling: state }),
    ...(version === undefined ? {} : { flowVersion: Number(version) }),
    ...(instants.from === undefined ? {} : { from: instants.from }),
    ...(instants.to === undefined ? {} : { to: instants.to }),
  }
}
