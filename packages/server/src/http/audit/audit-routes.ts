import { AuditAction, AuditLog, MAX_PAGE_ROWS } from '@shopbell/protocol'
import Type from 'typebox'
import { readAuditLog } from '../../accounts/read-audit-log.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { limitOf, limitUpTo } from '../page-query.ts'

/** Queries are texts; nothing is coerced. */
const Page = Type.Object(
  {
    before: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
    action: Type.Optional(AuditAction),
    limit: limitUpTo(MAX_PAGE_ROWS),
  },
  { additionalProperties: false },
)

/** Who did what in the store (PRM-07). */
export function auditRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/audit',
    {
      config: { access: 'peopleKeeper' },
      schema: {
        operationId: 'readAuditLog',
        summary: 'Reads who did what in the store, newest first.',
        querystring: Page,
        response: { 200: AuditLog },
      },
    },
    async (request) => {
      const { before, action, limit } = request.query
      return readAuditLog(parts, actorOf(request), {
        limit: limitOf(limit, MAX_PAGE_ROWS),
        ...(before === undefined ? {} : { before: Number(before) }),
        ...(action === undefined ? {} : { action }),
      })
    },
  )
}
