import { Readable } from 'node:stream'
import { CatalogueImported } from '@shopbell/protocol'
import Type from 'typebox'
import { importProducts } from '../../catalogue/import-products.ts'
import { readProductFile } from '../../catalogue/read-product-file.ts'
import { claimRequest } from '../claim-request.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'

const DryRunQuery = Type.Object(
  { dryRun: Type.Optional(Type.Enum(['true', 'false'])) },
  { additionalProperties: false },
)

const NO_FILE = 'The file is missing; send it as the body, as text/csv or application/json.'

/** Takes a file of products as its bytes come in; the reader bounds them. Has a scope of its own for that body. */
export function productImportRoute(app: ConsoleApp, parts: ConsoleParts): void {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(['application/json', 'text/csv'], (_request, payload, done) => {
    done(null, payload)
  })

  app.post(
    '/products/import',
    {
      config: { access: 'robotKeeper', scope: 'catalogue:write', idempotency: 'by_route' },
      schema: {
        operationId: 'importProducts',
        summary:
          'Puts the products of a CSV or JSON file, all of them or none; or only tells what would happen.',
        refuses: ['CATALOGUE_UNFIT'],
        takes: ['text/csv', 'application/json'],
        querystring: DryRunQuery,
        response: { 200: CatalogueImported },
      },
    },
    async (request, reply) => {
      const { body, query, headers } = request
      if (!(body instanceof Readable))
        return refuse(request, reply, { refused: 'NOT_UNDERSTOOD', message: NO_FILE })
      const file = await readProductFile(
        body.iterator({ destroyOnReturn: false }),
        headers['content-type']?.startsWith('text/csv') === true ? 'csv' : 'json',
      )
      // What nobody wants to read of it is thrown away, so that the answer is heard; then the connection ends.
      if (!body.readableEnded) {
        void reply.header('connection', 'close')
        body.resume()
      }
      if (file === null) return refuse(request, reply, { refused: 'TOO_BIG' })
      // A file with problems changes nothing, and is told them again.
      if (file.problemCount === 0 && !(await claimRequest(parts, request, reply, file.hash))) return reply
      return importProducts(parts, actorOf(request), file, query.dryRun !== 'true')
    },
  )
}
