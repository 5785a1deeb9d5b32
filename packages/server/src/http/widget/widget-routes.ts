import { OriginBody, WidgetDesk, WidgetSettingsBody } from '@shopbell/protocol'
import { isRefused } from '../../reception/refused.ts'
import { allowOrigin, removeOrigin } from '../../storefront/change-origins.ts'
import { saveSettings } from '../../storefront/save-settings.ts'
import { readWidgetDesk } from '../../storefront/widget-desk.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'

/** The chat on shop pages: how it looks and speaks, where it may be, and where it was seen. */
export function widgetRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  const reading = { access: 'robotKeeper', scope: 'settings:read' } as const
  const changing = { access: 'robotKeeper', scope: 'settings:write' } as const
  const response = { 200: WidgetDesk }

  app.get(
    '/widget',
    {
      config: reading,
      schema: {
        operationId: 'readWidget',
        summary: 'Reads how the chat looks and where it may be.',
        response,
      },
    },
    (request) => readWidgetDesk(parts, actorOf(request)),
  )

  app.post(
    '/widget',
    {
      config: changing,
      schema: {
        operationId: 'saveWidget',
        summary: 'Saves how the chat looks and speaks.',
        refuses: ['SETTINGS_MOVED', 'CONSENT_MISSING'],
        body: WidgetSettingsBody,
        response,
      },
    },
    async (request, reply) => {
      const saved = await saveSettings(parts, actorOf(request), request.body)
      return isRefused(saved) ? refuse(request, reply, saved) : saved
    },
  )

  app.post(
    '/widget/origins',
    {
      config: changing,
      schema: {
        operationId: 'allowOrigin',
        summary: 'Allows one more site to show the chat.',
        refuses: ['ORIGIN_UNFIT', 'ORIGINS_FULL'],
        body: OriginBody,
        response,
      },
    },
    async (request, reply) => {
      const allowed = await allowOrigin(parts, actorOf(request), request.body.origin)
      return isRefused(allowed) ? refuse(request, reply, allowed) : allowed
    },
  )

  app.delete(
    '/widget/origins',
    {
      config: changing,
      schema: {
        operationId: 'removeOrigin',
        summary: 'Takes a site off the list of those that may show the chat.',
        refuses: ['NOT_FOUND'],
        querystring: OriginBody,
        response,
      },
    },
    async (request, reply) => {
      const removed = await removeOrigin(parts, actorOf(request), request.query.origin)
      return isRefused(removed) ? refuse(request, reply, removed) : removed
    },
  )
}
