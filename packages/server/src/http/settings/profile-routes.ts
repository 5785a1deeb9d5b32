import { RuleBookBody, RuleBookDesk } from '@shopbell/protocol'
import { isRefused } from '../../reception/refused.ts'
import { chooseRuleBook } from '../../settings/choose-rule-book.ts'
import { readRuleBookDesk } from '../../settings/rule-book-desk.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'

/** The store's rule book: everybody reads it, who keeps the robot chooses it (PRF-01, PRF-02, PRM-01). */
export function profileRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  const at = '/settings/profile'
  const response = { 200: RuleBookDesk }

  app.get(
    at,
    {
      config: { access: 'account', scope: 'settings:read', unasked: true },
      schema: {
        operationId: 'readRuleBook',
        summary: 'Reads the rule book of today, and one that was chosen for a later day.',
        response,
      },
    },
    (request) => readRuleBookDesk(parts, actorOf(request)),
  )

  app.post(
    at,
    {
      config: { access: 'robotKeeper', scope: 'settings:write' },
      schema: {
        operationId: 'chooseRuleBook',
        summary: 'Chooses the rule book from the next midnight on.',
        refuses: ['SETTINGS_MOVED', 'RULE_BOOK_UNFIT'],
        body: RuleBookBody,
        response,
      },
    },
    async (request, reply) => {
      const chosen = await chooseRuleBook(parts, actorOf(request), request.body)
      return isRefused(chosen) ? refuse(request, reply, chosen) : chosen
    },
  )
}
