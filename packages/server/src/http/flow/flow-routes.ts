import { FlowVersionDetail, FlowVersionList, Published, PublishBody } from '@shopbell/protocol'
import Type from 'typebox'
import { exportVersion, listVersions, showVersion } from '../../publishing/published-versions.ts'
import { publishFlow } from '../../publishing/publish-flow.ts'
import { isRefused } from '../../reception/refused.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'
import { versionOf } from './version-of.ts'

/** A number, or `live`. */
const ByVersion = Type.Object({ version: Type.String({ pattern: '^(live|[1-9][0-9]{0,8})$' }) })

/** The published versions, and publishing the draft (PUB-01, PUB-08, PUB-09). */
export function flowRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.post(
    '/flow/publish',
    { config: { access: 'robotKeeper' }, schema: { body: PublishBody, response: { 200: Published } } },
    async (request, reply) => {
      const published = await publishFlow(parts, actorOf(request), request.body)
      return isRefused(published) ? refuse(request, reply, published) : published
    },
  )

  app.get(
    '/flow/versions',
    { config: { access: 'account' }, schema: { response: { 200: FlowVersionList } } },
    async (request) => ({ versions: await listVersions(parts, actorOf(request)) }),
  )

  app.get(
    '/flow/versions/:version',
    { config: { access: 'account' }, schema: { params: ByVersion, response: { 200: FlowVersionDetail } } },
    async (request, reply) => {
      const detail = await showVersion(parts, actorOf(request), versionOf(request.params.version))
      return detail ?? refuse(request, reply, { refused: 'NOT_FOUND' })
    },
  )

  app.get(
    '/flow/versions/:version/export',
    { config: { access: 'account' }, schema: { params: ByVersion } },
    async (request, reply) => {
      const file = await exportVersion(parts, actorOf(request), versionOf(request.params.version))
      if (file === null) return refuse(request, reply, { refused: 'NOT_FOUND' })
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(file.text)
    },
  )
}
