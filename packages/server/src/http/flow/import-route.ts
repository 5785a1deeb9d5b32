import { MAX_DOCUMENT_BYTES } from '@shopbell/engine'
import { FlowImported } from '@shopbell/protocol'
import Type from 'typebox'
import { importFlow } from '../../publishing/import-flow.ts'
import { isRefused } from '../../reception/refused.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'
import { UnfitRequest } from '../unfit-request.ts'

const DryRunQuery = Type.Object(
  { dryRun: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])) },
  { additionalProperties: false },
)

/**
 * Takes a flow file as the bytes it has: the engine reads them itself, so that a repeated key or `__proto__` is reported with its
 * place instead of vanishing in a parser before. Has a scope of its own for that body.
 */
export function importRoute(app: ConsoleApp, parts: ConsoleParts): void {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_DOCUMENT_BYTES },
    (_request, bytes, done) => {
      const text = decode(bytes)
      if (text === null) done(new UnfitRequest('BAD_TEXT', 'body', [{ place: '', what: 'is not UTF-8' }]))
      else done(null, text)
    },
  )

  app.post(
    '/flow/import',
    {
      config: { access: 'robotKeeper', scope: 'flow:write' },
      schema: {
        operationId: 'importFlow',
        summary: 'Makes a flow file the draft, or only tells its problems.',
        refuses: ['FLOW_UNREADABLE'],
        takes: ['application/json'],
        querystring: DryRunQuery,
        body: Type.String(),
        response: { 200: FlowImported },
      },
      bodyLimit: MAX_DOCUMENT_BYTES,
    },
    async (request, reply) => {
      const save = request.query.dryRun !== 'true'
      const file = { source: request.body, save }
      const imported = await importFlow(parts, actorOf(request), file)
      return isRefused(imported) ? refuse(request, reply, imported) : imported
    },
  )
}

/** The text of the bytes, or null where they are no UTF-8; a byte order mark is dropped. */
function decode(bytes: Buffer | string): string | null {
  if (typeof bytes === 'string') return bytes
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
