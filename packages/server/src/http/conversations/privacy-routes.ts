import { BuyerExport, ConversationSummary } from '@shopbell/protocol'
import Type from 'typebox'
import { eraseOnRequest } from '../../inbox/privacy/erase-on-request.ts'
import { exportBuyer } from '../../inbox/privacy/export-buyer.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'
import { NO_CONTENT } from '../no-content.ts'

const ById = Type.Object({ id: ConversationSummary.properties.id })

/** A buyer's rights over what is kept of them (PRV-02): to have it, and to have it erased. */
export function privacyRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/conversations/:id/export',
    {
      config: { access: 'buyerKeeper', scope: 'buyers:export' },
      schema: {
        operationId: 'exportBuyer',
        summary: 'Writes everything that is kept of a buyer, as a file to hand over.',
        params: ById,
        response: { 200: BuyerExport },
      },
    },
    async (request, reply) => {
      const kept = await exportBuyer(parts, actorOf(request), request.params.id)
      if (kept === null) return refuse(request, reply, { refused: 'NOT_FOUND' })
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="buyer-${request.params.id}.json"`)
        .serializer((file: unknown) => JSON.stringify(file, null, 2))
        .send(kept)
    },
  )

  app.delete(
    '/conversations/:id',
    {
      config: { access: 'buyerKeeper', scope: 'buyers:erase' },
      schema: {
        operationId: 'eraseBuyer',
        summary: 'Erases everything that is kept of a buyer; it cannot be taken back.',
        params: ById,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const erased = await eraseOnRequest(parts, actorOf(request), request.params.id)
      return erased ? reply.code(204).send() : refuse(request, reply, { refused: 'NOT_FOUND' })
    },
  )
}
