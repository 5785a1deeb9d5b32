import { FlowOperation } from '@shopbell/engine'
import {
  DraftBatches,
  DraftBeginBody,
  DraftOperationsBody,
  DraftSaved,
  FlowDraft,
  MAX_DRAFT_OPERATIONS,
} from '@shopbell/protocol'
import Type from 'typebox'
import { beginDraft } from '../../publishing/begin-draft.ts'
import { readBatches } from '../../publishing/draft-batches.ts'
import { readDraft } from '../../publishing/read-draft.ts'
import { saveOperations } from '../../publishing/save-operations.ts'
import { isRefused } from '../../reception/refused.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'

const closed = { additionalProperties: false } as const
const After = Type.Object({ after: Type.String({ pattern: '^(0|[1-9][0-9]{0,8})$' }) }, closed)

/** The protocol's body with the engine's operations in it. */
const OperationsBody = Type.Object(
  {
    ...DraftOperationsBody.properties,
    operations: Type.Array(FlowOperation, { minItems: 1, maxItems: MAX_DRAFT_OPERATIONS }),
  },
  closed,
)

/** The draft: reading it, beginning it, and the operations of those who edit it. */
export function draftRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/flow/draft',
    {
      config: { access: 'account', scope: 'flow:read' },
      schema: {
        operationId: 'readDraft',
        summary: 'Reads the draft with its problems.',
        refuses: ['NO_DRAFT'],
        response: { 200: FlowDraft },
      },
    },
    async (request, reply) => {
      const draft = await readDraft(parts, actorOf(request))
      return draft ?? refuse(request, reply, { refused: 'NO_DRAFT' })
    },
  )

  app.post(
    '/flow/draft',
    {
      config: { access: 'robotKeeper', scope: 'flow:write' },
      schema: {
        operationId: 'beginDraft',
        summary: 'Begins a draft: empty, from the live version, or from a document.',
        refuses: ['DRAFT_EXISTS', 'FLOW_UNREADABLE', 'NOT_FOUND', 'NO_DRAFT'],
        body: DraftBeginBody,
        response: { 200: FlowDraft },
      },
    },
    async (request, reply) => {
      const begun = await beginDraft(parts, actorOf(request), request.body)
      return isRefused(begun) ? refuse(request, reply, begun) : begun
    },
  )

  app.post(
    '/flow/draft/operations',
    {
      config: { access: 'robotKeeper', scope: 'flow:write' },
      schema: {
        operationId: 'saveOperations',
        summary:
          'Saves changes of the draft, all of them or none; repeated with the same batch they are saved once.',
        refuses: ['NO_DRAFT', 'DRAFT_MOVED', 'FLOW_UNREADABLE'],
        body: OperationsBody,
        response: { 200: DraftSaved },
      },
    },
    async (request, reply) => {
      const saved = await saveOperations(parts, actorOf(request), request.body)
      return isRefused(saved) ? refuse(request, reply, saved) : saved
    },
  )

  app.get(
    '/flow/draft/operations',
    {
      config: { access: 'account', scope: 'flow:read' },
      schema: {
        operationId: 'listDraftBatches',
        summary: 'Reads what was saved after a revision of the draft, in order.',
        refuses: ['NO_DRAFT'],
        querystring: After,
        response: { 200: DraftBatches },
      },
    },
    async (request, reply) => {
      const batches = await readBatches(parts, actorOf(request), Number(request.query.after))
      return isRefused(batches) ? refuse(request, reply, batches) : batches
    },
  )
}
